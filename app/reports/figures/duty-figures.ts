import { type CellCounts, countCells, dutiesAsOf } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { Asked, Computed, ComputedFigure } from '../feeds.ts';
import { countExtensions, listMeasuredParts } from './measured-parts.store.ts';

/** The four cells of an agency's parts at the cut-off, or today while the period runs (handbook §3.3, §11 no. 26). */
const cellsAt = async (tx: Tx, asked: Asked): Promise<CellCounts> => {
  const isOver = asked.window.to < asked.today;
  const then = dutiesAsOf(tx, isOver ? asked.window.to : null);
  return countCells(await listMeasuredParts(then, asked), isOver ? asked.window.to : asked.today);
};

const counted = (
  name: string,
  said: { vi: string; en: string },
  count: (cells: CellCounts) => number,
): ComputedFigure => ({
  name,
  said,
  unit: 'nhiệm vụ',
  rule: 'stock',
  compute: async (tx, asked) => ({ amount: count(await cellsAt(tx, asked)), whole: null, counted: [] }),
});

/** What the program itself knows of an agency's duties. */
export const dutyFigures: readonly ComputedFigure[] = [
  counted(
    'duties.given',
    { vi: 'Nhiệm vụ được giao', en: 'Duties given' },
    (cells) => all(cells) - cells.request,
  ),
  counted(
    'duties.done-in-time',
    { vi: 'Nhiệm vụ hoàn thành đúng hạn', en: 'Duties done in time' },
    (cells) => cells['done-in-time'],
  ),
  counted(
    'duties.done-late',
    { vi: 'Nhiệm vụ hoàn thành quá hạn', en: 'Duties done late' },
    (cells) => cells['done-late'],
  ),
  counted(
    'duties.open-in-time',
    { vi: 'Nhiệm vụ đang thực hiện, trong hạn', en: 'Duties under way, in time' },
    (cells) => cells['open-in-time'],
  ),
  counted(
    'duties.open-late',
    { vi: 'Nhiệm vụ đang thực hiện, quá hạn', en: 'Duties under way, late' },
    (cells) => cells['open-late'],
  ),
  counted(
    'duties.requests',
    { vi: 'Việc được đề nghị phối hợp', en: 'Work asked for, not ordered' },
    (cells) => cells.request,
  ),
  {
    name: 'duties.on-time',
    said: { vi: 'Tỷ lệ nhiệm vụ hoàn thành đúng hạn', en: 'Share of duties done in time' },
    unit: '%',
    rule: 'ratio',
    compute: async (tx, asked): Promise<Computed> => {
      const cells = await cellsAt(tx, asked);
      const done = cells['done-in-time'] + cells['done-late'];
      return { amount: cells['done-in-time'], whole: done, counted: [] };
    },
  },
  {
    name: 'duties.extensions',
    said: { vi: 'Lượt gia hạn được chấp thuận trong kỳ', en: 'Extensions granted in the period' },
    unit: 'lượt',
    rule: 'flow',
    compute: async (tx, asked) => ({ amount: await countExtensions(tx, asked), whole: null, counted: [] }),
  },
];

const all = (cells: CellCounts): number => Object.values(cells).reduce((a, b) => a + b, 0);
