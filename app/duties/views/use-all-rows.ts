import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { listDuties } from '../duty.contract.ts';
import type { DutyViewing } from '../duty-view.ts';
import type { Lines } from './row-window.ts';

const PAGE = 50;
/** Lines beyond those wanted that are asked for with them. */
const AHEAD = 20;
/** Milliseconds that a list must be about the same place before its lines are asked for. */
const REST = 120;
/** Lines in that time beyond which it is flying past. */
const FAR = 200;

type Asking = DutyViewing['lines'];

const pageQuery = (lines: Asking, page: number) => ({
  queryKey: ['duties', 'list', lines, page],
  queryFn: () => call(listDuties, { query: { ...lines, page } }),
  staleTime: 60_000,
});
const pageOf = (line: number) => Math.floor(line / PAGE) + 1;

/**
 * Lines of a long list by their place in it: pages are asked for where the list rests or moves slowly, and kept. Tell
 * `look` what is wanted.
 */
export function useAllRows({ lines }: DutyViewing) {
  const client = useQueryClient();
  const [pages, setPages] = useState([1]);
  const moving = useRef<{ wanted: Lines; timer: number | undefined }>({
    wanted: { from: 0, to: 0 },
    timer: undefined,
  });
  // Asked and kept fresh; read below, where pages passed before are too.
  useQueries({ queries: pages.map((page) => pageQuery(lines, page)) });

  const rest = useCallback((from: number) => {
    const { wanted } = moving.current;
    moving.current.timer =
      Math.abs(wanted.from - from) > FAR ? window.setTimeout(rest, REST, wanted.from) : undefined;
    if (moving.current.timer === undefined) setPages((before) => changed(before, pagesAround(wanted)));
  }, []);
  const look = useCallback(
    (wanted: Lines) => {
      moving.current.wanted = wanted;
      moving.current.timer ??= window.setTimeout(rest, REST, wanted.from);
    },
    [rest],
  );
  useEffect(() => () => clearTimeout(moving.current.timer), []);
  return { rowAt: reader(client, lines), look };
}

function pagesAround({ from, to }: Lines): number[] {
  const [first, last] = [pageOf(Math.max(0, from - AHEAD)), pageOf(to + AHEAD)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

const changed = (before: number[], after: number[]) => (before.join() === after.join() ? before : after);

/** Finds each page once for all lines of it. */
function reader(client: QueryClient, lines: Asking) {
  const found = new Map<number, Answer<typeof listDuties>['rows'] | undefined>();
  return (line: number) => {
    const page = pageOf(line);
    if (!found.has(page))
      found.set(page, client.getQueryData<Answer<typeof listDuties>>(pageQuery(lines, page).queryKey)?.rows);
    return found.get(page)?.[line % PAGE];
  };
}

/** Lines that were passed over too fast to be loaded are asked for when they are chosen with others. */
export function useIdsBetween({ lines }: DutyViewing) {
  const client = useQueryClient();
  return async (from: number, to: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let page = pageOf(from); page <= pageOf(to); page++) {
      const { rows } = await client.fetchQuery(pageQuery(lines, page));
      const first = (page - 1) * PAGE;
      ids.push(...rows.filter((_, at) => first + at >= from && first + at <= to).map(({ id }) => id));
    }
    return ids;
  };
}
