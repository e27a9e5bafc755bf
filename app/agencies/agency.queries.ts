import { queryOptions } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { listAgencies } from './agency.contract.ts';
import { showAgency } from './record/record.contract.ts';
import { showRegister } from './register/register.contract.ts';

export const registerQuery = queryOptions({
  queryKey: ['agencies'],
  queryFn: () => call(listAgencies, {}),
});

/** The register on a day; today when none is given. */
export const registerOnQuery = (asOf?: string) =>
  queryOptions({
    queryKey: ['agencies', 'register', asOf ?? 'today'],
    queryFn: () => call(showRegister, { query: { asOf } }),
    placeholderData: (previous) => previous,
  });

export const agencyQuery = (id: string, asOf?: string) =>
  queryOptions({
    queryKey: ['agencies', id, asOf ?? 'today'],
    queryFn: () => call(showAgency, { params: { id }, query: { asOf } }),
  });
