import { MultiSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { registerQuery } from './agency.queries.ts';

type Common = { label: string; description?: string; required?: boolean; error?: string | undefined };

const useChoices = () => {
  const { data } = useQuery(registerQuery);
  return (data?.agencies ?? []).map(({ id, name }) => ({ value: id, label: name }));
};

/** One agency of the register, found by typing. */
export function AgencyPicker(
  props: Common & { value: string | null; onChange: (id: string | null) => void },
) {
  return <Select {...props} data={useChoices()} searchable clearable allowDeselect={false} />;
}

/** Several agencies of the register. */
export function AgenciesPicker(props: Common & { value: string[]; onChange: (ids: string[]) => void }) {
  return <MultiSelect {...props} data={useChoices()} searchable clearable />;
}
