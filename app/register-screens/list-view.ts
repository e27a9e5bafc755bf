import { useNavigate, useSearch } from '@tanstack/react-router';

/** What the address of a list says; undefined is the default. */
export type ListView = {
  q?: string | undefined;
  state?: string | undefined;
  agency?: string | undefined;
  sort?: string | undefined;
  page?: number | undefined;
  /** By field: 'LA,VN' or '2026-01-01..'. */
  filters: Record<string, string>;
};

/** A filter stands in the address as `f.country=LA`. */
export function readView(search: Record<string, unknown>): ListView {
  const text = (given: unknown) => (given === undefined || given === '' ? undefined : String(given));
  const filters = Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) =>
      key.startsWith('f.') && text(value) ? [[key.slice(2), text(value)!]] : [],
    ),
  );
  return {
    q: text(search.q),
    state: text(search.state),
    agency: text(search.agency),
    sort: text(search.sort),
    page: Number(search.page) > 1 ? Number(search.page) : undefined,
    filters,
  };
}

/** The view as the address has it, as the server is asked for it, and a way to change it. */
export function useListView(register: string) {
  const view = readView(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  const change = (given: Partial<ListView>) => {
    const { filters, ...rest } = { ...view, page: undefined, ...given };
    const search = {
      ...rest,
      ...Object.fromEntries(Object.entries(filters).map(([field, value]) => [`f.${field}`, value])),
    };
    void navigate({
      to: `/registers/${register}`,
      search: Object.fromEntries(
        Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
      ) as never,
      replace: true,
    });
  };
  const { filters, page, ...asked } = view;
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const query = { ...given, filter: Object.entries(filters).map(([field, value]) => `${field}:${value}`) };
  return { view, query, page: page ?? 1, change };
}

export const isNarrowed = ({ q, state, agency, filters }: ListView): boolean =>
  Boolean(q || state || agency || Object.keys(filters).length);
