import { queryOptions } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { listAgencies, showAgency } from './agency.contract.ts';

export const registerQuery = queryOptions({
  queryKey: ['agencies'],
  queryFn: () => call(listAgencies, {}),
});

export const agencyQuery = (id: string) =>
  queryOptions({ queryKey: ['agencies', id], queryFn: () => call(showAgency, { params: { id } }) });
