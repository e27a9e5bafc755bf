import type { Item } from '../outline/item.ts';
import type { Origin } from '../reading.ts';
import { type Clean, spanOf } from '../text/clean.ts';
import { wordsOf } from '../text/words.ts';
import { deadlineOfField } from './deadline.ts';
import type { Draft } from './draft.ts';
import { noCharge } from './draft.ts';
import { addHolders, fieldNames } from './fields.ts';
import { type FieldKind, fieldOf } from './labels.ts';
import { detailsOf } from './leaf.ts';
import { distinct, type Name } from './name.ts';
import { reportedTo } from './report.ts';

/** Which column holds what. */
export interface Columns {
  kinds: FieldKind[];
  task: number;
  /** Rows of the head. */
  head: number;
}

/** Reads the head of a table; null unless it has a task column and one for the responsible body. */
export function columnsOf(rows: readonly Clean[][]): Columns | null {
  for (let head = 0; head < Math.min(4, rows.length); head++) {
    const kinds = rows[head]!.map((cell) => fieldOf(cell.text) ?? 'other');
    const task = kinds.indexOf('task');
    if (task < 0) continue;
    const both = withSecondRow(kinds, rows[head + 1] ?? []);
    if (both !== null) return { kinds: both, task: both.indexOf('task'), head: head + 2 };
    if (kinds.some(isHolder)) return { kinds, task, head: head + 1 };
  }
  return null;
}

const isHolder = (kind: FieldKind): boolean => kind === 'lead' || kind === 'holder';

/** A head of two rows: “Phân công thực hiện” over “Cơ quan chủ trì | Cơ quan phối hợp”. Null if the next row is no head. */
function withSecondRow(kinds: readonly FieldKind[], row: readonly Clean[]): FieldKind[] | null {
  const below = row.map((cell) => (cell.text === '' ? null : fieldOf(cell.text)));
  const named = below.filter((kind) => kind !== null);
  if (!named.some(isHolder) || row.some((cell, i) => cell.text !== '' && below[i] === null)) return null;
  if (row.length >= kinds.length) return below.map((kind, i) => kind ?? kinds[i] ?? 'other');
  const over = kinds.findIndex((kind, i) => i > 0 && (isHolder(kind) || kind === 'other'));
  return over < 0 ? null : [...kinds.slice(0, over), ...named, ...kinds.slice(over + 1)];
}

const romanRow = /^([IVX]{1,5})[.)]?(?: |$)/;
const numberRow = /^(\d{1,3}(?:\.\d{1,3}){0,3})[.)]?$/;
const letterRow = /^([A-HĐ]|[a-zđ])[.)]?$/;

interface RowState {
  base: string | null;
  section: string | null;
  number: string | null;
  above: Record<'holder' | 'coordinators' | 'time', Clean | null>;
}

/** Each row with a task and a responsible body is a duty; cells joined over rows are carried down. */
export function readTable(item: Item): Draft[] {
  const rows = item.block.rows ?? [];
  const columns = columnsOf(rows);
  if (columns === null) return [];
  const drafts: Draft[] = [];
  const state: RowState = {
    base: item.path,
    section: null,
    number: null,
    above: { holder: null, coordinators: null, time: null },
  };
  for (const row of rows.slice(columns.head)) {
    if (isSectionRow(row, columns)) openSection(row, state);
    else {
      const draft = readRow(item, row, columns, state);
      if (draft !== null) drafts.push(draft);
    }
  }
  return drafts;
}

/** “I | Hoàn thiện thể chế …”, “II. HOÀN THIỆN CƠ CHẾ”: a row that only names a group. */
function isSectionRow(row: readonly Clean[], columns: Columns): boolean {
  const filled = row.filter((cell) => cell.text !== '');
  if (filled.length === 0) return true;
  if (columns.kinds.length > 2 && filled.length === 1) return true;
  return (
    filled.length === 2 &&
    (romanRow.test(filled[0]!.text) || letterRow.test(filled[0]!.text)) &&
    row.length < columns.kinds.length + 1 &&
    filled[0] === row[0] &&
    columns.kinds.length > 3
  );
}

function openSection(row: readonly Clean[], state: RowState): void {
  const first = row.find((cell) => cell.text !== '');
  if (first === undefined) return;
  const found =
    romanRow.exec(first.text) ??
    letterRow.exec(first.text) ??
    /^(\d{1,2})\.? /.exec(first.text) ??
    /^([A-HĐ])[.)] /.exec(first.text);
  if (found !== null) state.section = found[1]!;
  state.number = null;
  state.above = { holder: null, coordinators: null, time: null };
}

function readRow(item: Item, row: readonly Clean[], columns: Columns, state: RowState): Draft | null {
  const hasIndex = columns.kinds[0] === 'index' || (columns.task === 1 && numberRow.test(row[0]!.text));
  const index = hasIndex ? numberRow.exec(row[0]!.text)?.[1] : undefined;
  const shift =
    hasIndex &&
    index === undefined &&
    row.length < columns.kinds.length &&
    row[0]!.text !== '' &&
    !letterRow.test(row[0]!.text)
      ? columns.task
      : 0;
  const cellOf = (kind: FieldKind): Clean | null => {
    const place = columns.kinds.indexOf(kind);
    const cell = place < 0 ? undefined : row[place - shift];
    return cell === undefined || cell.text === '' ? null : cell;
  };
  const task = row[columns.task - shift];
  if (task === undefined || task.text.length < 4) return null;
  if (index !== undefined) state.number = index;
  // A task with others to help, or a time, has somebody to do it: the cell is joined with the one above.
  const whole = cellOf('coordinators') !== null || cellOf('time') !== null;
  const carried = index === undefined || row.length < columns.kinds.length || whole;
  const holder = cellOf('lead') ?? cellOf('holder') ?? (carried ? state.above.holder : null);
  const coordinators =
    cellOf('coordinators') ?? (carried && index === undefined ? state.above.coordinators : null);
  const time = cellOf('time') ?? (carried && index === undefined ? state.above.time : null);
  state.above = { holder, coordinators, time };
  if (holder === null) return null;
  return draftOf(item, task, { holder, coordinators, time, product: cellOf('product') }, pathOf(state));
}

const pathOf = (state: RowState): string | null =>
  [state.base, state.section, state.number].filter((step) => step !== null).join('.') || null;

interface Cells {
  holder: Clean;
  coordinators: Clean | null;
  time: Clean | null;
  product: Clean | null;
}

function draftOf(item: Item, task: Clean, cells: Cells, path: string | null): Draft {
  const w = wordsOf(task);
  const origin = (cell: Clean): Origin => ({ path, span: spanOf(cell, 0, cell.text.length), how: 'column' });
  const names: { holders: Name[]; coordinators: Name[] } = { holders: [], coordinators: [] };
  addHolders(names, cells.holder, origin(cells.holder));
  const draft = detailsOf(item, task, w, noCharge, null);
  if (cells.coordinators !== null)
    names.coordinators.push(...fieldNames(cells.coordinators, origin(cells.coordinators)));
  const time = cells.time === null ? null : timeOf(cells.time);
  return {
    ...draft,
    path,
    holders: distinct(names.holders),
    coordinators: distinct([...names.coordinators, ...draft.coordinators]),
    lead: true,
    deadline: time ?? draft.deadline,
    deadlineFrom: time === null || cells.time === null ? null : origin(cells.time),
    reportTo: draft.reportTo ?? (cells.time === null ? null : reportedTo(cells.time, wordsOf(cells.time))),
    product:
      cells.product === null
        ? null
        : {
            text: cells.product.text,
            span: spanOf(cells.product, 0, cells.product.text.length),
            inheritedFrom: origin(cells.product),
          },
  };
}

/** The cell of time up to “báo cáo về …”. */
function timeOf(cell: Clean) {
  const report = cell.text.search(/ (?:báo cáo|gửi) (?:về|cho) /);
  return deadlineOfField(cell, 0, report > 3 ? report : cell.text.length);
}
