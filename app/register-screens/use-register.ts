import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FieldShown, type RegisterShown, showRegister } from '#app/registers/register.contract.ts';
import { call } from '#app/web/call.ts';

export const registerQuery = (register: string) =>
  queryOptions({
    queryKey: ['registers', register],
    queryFn: () => call(showRegister, { params: { register } }),
    staleTime: 60_000,
  });

/** What a register is; what went wrong is the page's. */
export function useRegister(register: string) {
  const { data, error } = useQuery(registerQuery(register));
  if (error) throw error;
  return data;
}

/** What is fetched again when a row has changed. */
export function useRefresh() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['registers'] });
    await client.invalidateQueries({ queryKey: ['ledger'] });
  };
}

/** A field that the register says it has. */
export const fieldOf = ({ fields }: Pick<RegisterShown, 'fields'>, name: string): FieldShown =>
  fields.find((field) => field.name === name)!;
