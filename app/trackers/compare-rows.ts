import { ALIKE, sameWords } from '#app/duties/likeness.ts';
import type { TrackerRow } from './tracker-rows.ts';

/** What a row is beside the duties that are there; `alike`: a person says whether it is the same. */
export type RowKind = 'new' | 'same' | 'changed' | 'alike' | 'error';

/** A duty that may be the row's, and how like its words are (0..1). */
export type Candidate = {
  id: string;
  symbol: string | null;
  path: string;
  text: string;
  dueOn: string | null;
  likeness: number;
};

/** So like that only spelling differs. */
const NEARLY = 0.85;

export type Compared = { kind: RowKind; match: Candidate | null; changes: ('text' | 'dueOn')[] };

/** `candidates`: the likest first. `sameDocument`: they are of the very document the tracker was said to follow. */
export function compareRow(
  row: TrackerRow,
  candidates: readonly Candidate[],
  { sameDocument }: { sameDocument: boolean },
): Compared {
  if (row.errors.length) return { kind: 'error', match: null, changes: [] };
  const symbol = (text: string | null) => (text ?? '').toLowerCase().replace(/[^\p{L}\d]/gu, '');
  const isOfRow = (one: Candidate) =>
    sameDocument || (symbol(one.symbol) !== '' && symbol(row.document).includes(symbol(one.symbol)));
  const byPlace = candidates.find(
    (one) => isOfRow(one) && row.path !== '' && one.path === row.path && one.likeness >= ALIKE / 2,
  );
  const match = byPlace ?? candidates[0] ?? null;
  const isSure = match !== null && (match === byPlace || match.likeness >= NEARLY);
  if (!match || (!isSure && match.likeness < ALIKE)) return { kind: 'new', match: null, changes: [] };
  if (!isSure) return { kind: 'alike', match, changes: changesOf(row, match) };
  const changes = changesOf(row, match);
  return { kind: changes.length ? 'changed' : 'same', match, changes };
}

function changesOf(row: TrackerRow, match: Candidate): ('text' | 'dueOn')[] {
  const due = row.deadline?.due ?? null;
  return [
    ...(sameWords(row.text, match.text) ? [] : ['text' as const]),
    ...(due && due !== match.dueOn ? ['dueOn' as const] : []),
  ];
}
