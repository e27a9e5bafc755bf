import type { Tx } from '#app/platform/database.ts';
import { dutyFigures } from './figures/duty-figures.ts';
import type { Counted, Indicator } from './indicator.contract.ts';

/** What a figure is asked of: one agency, the days of a period, and the plan it reports on (null: all its work). */
export type Asked = {
  agencyId: string;
  window: { from: string; to: string };
  plan: string | null;
  /** Vietnamese day on which it is asked. */
  today: string;
};
export type Computed = { amount: number | null; whole: number | null; counted: Counted[] };

/** A figure the program computes: an indicator names it in `computedBy`. */
export type ComputedFigure = {
  /** 'duties.done-in-time': the concept and what it counts. */
  name: string;
  said: { vi: string; en: string };
  unit: string;
  rule: Indicator['rule'];
  /** ISO 4217, of a figure of money; in dong its `unit` says how many ('tỷ đồng'). */
  currency?: string | null;
  compute: (tx: Tx, asked: Asked) => Promise<Computed>;
};

/** A row of a register inside the window, as a report tells of it. */
export type ToldRow = { id: string; title: string; text: string; on: string | null };

/** A register whose rows slots may be prefilled from (`slot.rows` names it). */
export type RegisterRows = {
  register: string;
  said: { vi: string; en: string };
  /** Page of a row. */
  pageOf: (id: string) => string;
  list: (tx: Tx, asked: Asked) => Promise<ToldRow[]>;
};

/** What reports are fed with. Rooms downstream bring theirs through `reportRoutes` in app/main.ts. */
export type ReportFeeds = { figures: readonly ComputedFigure[]; rows: readonly RegisterRows[] };

/** The feeds of this room and those that others bring. @throws Error when two bear one name */
export function withOwnFeeds(more: Partial<ReportFeeds> = {}): ReportFeeds {
  const figures = [...dutyFigures, ...(more.figures ?? [])];
  const rows = [...(more.rows ?? [])];
  for (const names of [figures.map((one) => one.name), rows.map((one) => one.register)])
    if (new Set(names).size < names.length)
      throw new Error(`two feeds of reports have one name: ${names.join(', ')}`);
  return { figures, rows };
}
