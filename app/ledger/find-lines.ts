import type { Tx } from '#app/platform/database.ts';
import type { LedgerEvent } from './event.ts';
import { hasWords } from './find-words.ts';
import { type LineFilter, listRecentEvents } from './ledger.store.ts';
import type { LedgerBook } from './ledger-book.ts';
import { endOf } from './seal-of-day.ts';
import { tell } from './tell.ts';

type Asked = {
  subjectKind?: string | undefined;
  person?: string | undefined;
  agency?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/** Lines read at most for one answer: who looks for a rare word goes on from there. */
const MOST_READ = 20_000;
const AT_ONCE = 500;

/** The filter as the store takes it; days are those of the office, both ends included. */
export async function filterOf(tx: Tx, books: readonly LedgerBook[], asked: Asked): Promise<LineFilter> {
  const subjects: string[] = [];
  if (asked.agency)
    for (const book of books) subjects.push(...((await book.ofAgency?.(tx, asked.agency)) ?? []));
  return {
    subjectKind: asked.subjectKind,
    actorId: asked.person,
    agency: asked.agency ? { id: asked.agency, subjects } : undefined,
    from: asked.from ? new Date(`${asked.from}T00:00:00+07:00`) : undefined,
    until: asked.to ? endOf(asked.to) : undefined,
  };
}

/**
 * Lines in words, newest first, until there are `wanted` that have the words and pass. Words are looked for in the
 * sentence as it is shown. `next` is the `before` of the next page, null at the ledger's beginning.
 */
export async function readOn(
  tx: Tx,
  books: readonly LedgerBook[],
  filter: LineFilter,
  wanted: number,
  words?: string,
  passes: (event: LedgerEvent) => Promise<boolean> = async () => true,
) {
  const lines: Awaited<ReturnType<typeof tell>> = [];
  let before = filter.before;
  for (let read = 0; read < MOST_READ; ) {
    const page = await listRecentEvents(tx, { ...filter, before }, Math.min(AT_ONCE, wanted * 2 + 1));
    const told = await tell(tx, books, page);
    for (const [index, line] of told.entries()) {
      const isLast = index === told.length - 1;
      before = line.id;
      if (words && !hasWords(`${line.said.vi} ${line.said.en}`, words)) continue;
      if (!(await passes(page[index]!))) continue;
      lines.push(line);
      if (lines.length === wanted)
        return { lines, next: isLast && !(await hasOlder(tx, filter, before)) ? null : before };
    }
    read += page.length;
    if (page.length < Math.min(AT_ONCE, wanted * 2 + 1)) return { lines, next: null };
  }
  return { lines, next: before ?? null };
}

const hasOlder = async (tx: Tx, filter: LineFilter, before: number): Promise<boolean> =>
  (await listRecentEvents(tx, { ...filter, before }, 1)).length > 0;
