import { createHash } from 'node:crypto';
import { matchingOn, matchPrintedName, readBook } from '#app/agencies/index.ts';
import { getDocument } from '#app/documents/index.ts';
import { findAlike, type KnownDuty, matchNames, standingOfLead } from '#app/duties/index.ts';
import { findSecrecyMark, IntakeRefusal } from '#app/intake/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { invalid } from '#app/platform/problem.ts';
import { findHeading, type Heading, headingOf } from './columns.ts';
import { type Compared, compareRow } from './compare-rows.ts';
import { cellText, fillMerged, type Grid } from './sheet-grid.ts';
import type { TrackerMapping } from './tracker.contract.ts';
import { readRows, type TrackerRow } from './tracker-rows.ts';

const MOST_ROWS = 2000;

/** Whether what a row says of its progress can be written to the duty beside it: yes, it is written already, its part is closed. */
export type Writable = 'open' | 'known' | 'closed';
export type PlannedRow = TrackerRow &
  Omit<Compared, 'match'> & { match: KnownDuty | null; writable: Writable };
export type TrackerPlan = {
  grids: Grid[];
  heading: Heading;
  mapping: TrackerMapping;
  rows: PlannedRow[];
  names: Awaited<ReturnType<typeof matchNames>>['names'];
  agencies: { id: string; name: string }[];
  /** What days without a year are seen from. */
  issuedOn: string;
  digest: string;
};

/** Reads a book into sheets. @throws IntakeRefusal when a secrecy mark stands in it; Problem 422 when it is no book */
export async function readSheets(file: Buffer): Promise<Grid[]> {
  const grids = (await readBook(file)).map(fillMerged);
  const lines = grids.flatMap(({ rows }) => rows.map((row) => row.map(cellText).join('  ')));
  if (findSecrecyMark(lines.join('\n'))) throw new IntakeRefusal('secret');
  return grids.filter(({ rows }) => rows.length > 0);
}

/** What the sheets say beside what is there. `mapping` null: as the program finds it. @throws Problem 422 with what to do */
export async function planTracker(
  tx: Tx,
  grids: Grid[],
  {
    mapping,
    documentId,
    today,
  }: { mapping: TrackerMapping | null; documentId: string | null; today: string },
): Promise<TrackerPlan> {
  const found = mapping ? given(grids, mapping) : find(grids);
  const { grid, heading } = found;
  const issuedOn = (documentId ? (await getDocument(tx, documentId)).issuedOn : null) ?? today;
  const { agencies, groups } = await matchingOn(tx, today);
  const known = new Map<string, boolean>();
  const isKnown = (name: string) => {
    const seen = known.get(name) ?? matchPrintedName(name, agencies, { groups }).kind !== 'unknown';
    known.set(name, seen);
    return seen;
  };
  const calendar = await officeCalendar(tx);
  const read = readRows(grid, heading, { isKnown, calendar, today: issuedOn, now: today });
  if (read.length > MOST_ROWS)
    throw invalid('Bảng có hơn 2.000 dòng việc: hãy chia thành nhiều bảng rồi gửi.');
  const rows = await compareRows(tx, read, documentId);
  const printing = { duties: rows.filter(isWork).map(asNamed), issuer: null };
  const matched = await matchNames(tx, printing, today);
  const digest = createHash('sha256')
    .update(JSON.stringify([found.mapping, rows]))
    .digest('hex');
  return {
    grids,
    heading,
    mapping: found.mapping,
    rows,
    names: matched.names,
    agencies: matched.agencies.map(({ id, name }) => ({ id, name })),
    issuedOn,
    digest,
  };
}

const isWork = (row: PlannedRow): boolean => row.kind === 'new' || row.kind === 'alike';
const asNamed = ({ holders, coordinators }: TrackerRow) => ({ holders, coordinators, lead: true });

type Found = { grid: Grid; heading: Heading; mapping: TrackerMapping };

/** The first sheet whose headings are known. */
function find(grids: Grid[]): Found {
  for (const [sheet, grid] of grids.entries()) {
    const heading = findHeading(grid);
    if (heading) return { grid, heading, mapping: mappingOf(sheet, heading) };
  }
  const first = grids[0];
  if (!first) throw invalid('Tệp Excel không có trang nào có chữ: hãy chọn tệp khác.');
  const heading = headingOf(first.rows, 1, 1);
  return { grid: first, heading, mapping: mappingOf(0, heading) };
}

const mappingOf = (sheet: number, { first, last, columns }: Heading): TrackerMapping => ({
  sheet,
  first,
  last,
  fields: columns.map(({ field }) => field),
});

function given(grids: Grid[], mapping: TrackerMapping): Found {
  const grid = grids[mapping.sheet];
  if (!grid || mapping.last < mapping.first || mapping.last > grid.rows.length)
    throw invalid('Trang hay hàng tiêu đề được chọn không có trong tệp: hãy chọn lại.');
  const heading = headingOf(grid.rows, mapping.first, mapping.last);
  const columns = heading.columns.map((column, at) => ({ ...column, field: mapping.fields[at] ?? null }));
  const named = columns.flatMap(({ field }) => field ?? []);
  if (new Set(named).size < named.length)
    throw invalid('Có hai cột được chọn cho cùng một nội dung: mỗi nội dung chỉ lấy từ một cột.');
  return { grid, heading: { ...heading, columns }, mapping };
}

async function compareRows(tx: Tx, rows: TrackerRow[], documentId: string | null): Promise<PlannedRow[]> {
  const planned: PlannedRow[] = [];
  const taken = new Set<string>();
  for (const row of rows) {
    const near = row.errors.length ? [] : await findAlike(tx, row.text, documentId ? { documentId } : {});
    const free = near.filter(({ id }) => !taken.has(id));
    const compared = compareRow(row, free, { sameDocument: documentId !== null });
    const match = free.find(({ id }) => id === compared.match?.id) ?? null;
    if (match && compared.kind !== 'alike') taken.add(match.id);
    planned.push({ ...row, ...compared, match, writable: await writableTo(tx, row, match) });
  }
  return planned;
}

/** The words of progress as they are kept; `place` says where they came from. */
export const progressNote = (words: string, place: string): string => `${words} (theo ${place})`;

async function writableTo(tx: Tx, { said }: TrackerRow, match: KnownDuty | null): Promise<Writable> {
  if (!match || !said) return 'open';
  const lead = await standingOfLead(tx, match.id);
  if (!lead?.isOpen) return 'closed';
  return lead.notes.some((note) => note.startsWith(progressNote(said.words, '').slice(0, -1)))
    ? 'known'
    : 'open';
}
