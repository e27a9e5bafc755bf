import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { pastDay } from './past-day.ts';

/** The past day the address asks for, and how to ask for another; undefined is today. */
export function useAsOf() {
  const search = useSearch({ strict: false }) as { asOf?: unknown };
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const navigate = useNavigate();
  const asOf = pastDay(search.asOf);
  const look = (day: string | undefined) => {
    const { asOf: _, page: __, ...rest } = search as Record<string, unknown>;
    void navigate({
      to: pathname,
      search: (day ? { ...rest, asOf: day } : rest) as never,
      replace: true,
      resetScroll: false,
    });
  };
  return { asOf, look };
}
