import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { scopeOf } from './scope.ts';
import { type Hit, type SearchKind, search, searchKinds } from './search.contract.ts';
import { type Found, findEntries, showFound } from './search.store.ts';
import { type Asked, askedFor, closeness, cutAround, markWords, waysOf } from './search-query.ts';

export function searchRoutes(web: Web, house: House): void {
  mount(web, house, search, async ({ query: { q, kind, most }, viewer, tx }) => {
    const asked = askedFor(q);
    if (!asked) return { groups: [] };
    const kinds = kind ? [kind] : [...searchKinds];
    const wanted = kinds.map((one) => ({ kind: one, scope: scopeOf(viewer, one) }));
    // More than are shown: the closest of the newest come first, and it is seen whether there are more.
    const entries = await findEntries(tx, waysOf(asked), wanted, Math.max(CANDIDATES, most + 1));
    const groups = (await showFound(tx, entries)).map(({ kind: one, found }) => {
      const closest = closestFirst(found, q, asked).slice(0, most);
      const hits = closest.map(({ row }) => hitOf(one, row, asked));
      return { kind: one, more: found.length > most, hits, close: closest[0]?.close ?? 0 };
    });
    return {
      groups: groups.sort((a, b) => b.close - a.close || kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
    };
  });
}

const CANDIDATES = 20;

/** Of equally close ones those named so, then as they came: the newest first. */
const closestFirst = (found: Found[], typed: string, asked: Asked) =>
  found
    .map((row) => ({
      row,
      close: closeness([row.title, row.line, ...row.others], typed, asked),
      named: markWords(row.title, asked).marks.length,
    }))
    .sort((a, b) => b.close - a.close || b.named - a.named);

const pages: Record<SearchKind, string> = {
  document: '/documents',
  duty: '/duties',
  agency: '/agencies',
  person: '/people',
  report: '/reports/agency',
  row: '/registers',
  difficulty: '/duties',
};

/** The line shows what matched: where the words stand in another text than the title, that text. */
function hitOf(kind: SearchKind, found: Found, asked: Asked): Hit {
  const title = markWords(found.title, asked);
  const line = found.line === null ? null : markWords(found.line, asked);
  const missing = asked.plain.length > title.marks.length + (line?.marks.length ?? 0);
  const other = missing ? bestOf(found.others, asked) : undefined;
  const shown = other && other.marks.length > (line?.marks.length ?? 0) ? other : line;
  return {
    id: found.id,
    to: `${pages[kind]}/${found.onPageOf ?? found.id}`,
    title,
    line: shown && cutAround(shown),
    byOtherName: kind === 'agency' && shown !== null,
    standing: found.standing,
  };
}

const bestOf = (texts: readonly string[], asked: Asked) =>
  texts
    .map((text) => markWords(text, asked))
    .filter(({ marks }) => marks.length)
    .sort((a, b) => b.marks.length - a.marks.length)[0];
