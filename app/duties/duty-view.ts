import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { pastDay } from '#app/web/past-day.ts';
import { holds, useViewer } from '#app/web/viewer.ts';
import { type AssignmentState, assignmentStates } from './assignment.ts';
import { groupings, rolesHeld, sorts } from './duty.contract.ts';
import { type Cell, cells } from './four-cells.ts';
import { type Column, readColumns } from './views/columns.ts';
import { keepListAddress } from './views/list-address.ts';

export const modes = ['table', 'board', 'matrix', 'calendar', 'gantt'] as const;
export type Mode = (typeof modes)[number];

/** What the address of the list says; undefined is the default. */
export type DutyView = {
  mode?: Mode | undefined;
  text?: string | undefined;
  agency?: string | undefined;
  document?: string | undefined;
  group?: string | undefined;
  state?: AssignmentState | undefined;
  cell?: Cell | undefined;
  role?: (typeof rolesHeld)[number] | undefined;
  due?: 'none' | 'late' | undefined;
  dueFrom?: string | undefined;
  dueTo?: string | undefined;
  requests?: 'only' | 'without' | undefined;
  waiting?: boolean | undefined;
  whose?: 'mine' | 'all' | undefined;
  sort?: (typeof sorts)[number] | undefined;
  down?: boolean | undefined;
  by?: (typeof groupings)[number] | undefined;
  /** Columns chosen, e.g. 'agency,due'. */
  columns?: string | undefined;
  page?: number | undefined;
  /** All rows in one long table. */
  rows?: 'all' | undefined;
  /** Month of the calendar, 'YYYY-MM'. */
  month?: string | undefined;
  /** A past day the list is shown as of. */
  asOf?: string | undefined;
};

const oneOf = <T extends string>(wanted: readonly T[], given: unknown): T | undefined =>
  wanted.find((one) => one === given);
// A router reads ?text=217 as a number.
const text = (given: unknown): string | undefined => (given === undefined ? undefined : String(given));
const matching = (shape: RegExp, given: unknown): string | undefined =>
  typeof given === 'string' && shape.test(given) ? given : undefined;
const day = /^\d{4}-\d{2}-\d{2}$/;

export const readView = (search: Record<string, unknown>): DutyView => ({
  mode: oneOf(modes, search.mode),
  text: text(search.text),
  agency: text(search.agency),
  document: text(search.document),
  group: text(search.group),
  state: oneOf(assignmentStates, search.state),
  cell: oneOf(cells, search.cell),
  role: oneOf(rolesHeld, search.role),
  due: oneOf(['none', 'late'], search.due),
  dueFrom: matching(day, search.dueFrom),
  dueTo: matching(day, search.dueTo),
  requests: oneOf(['only', 'without'], search.requests),
  waiting: search.waiting === true || undefined,
  whose: oneOf(['mine', 'all'], search.whose),
  sort: oneOf(sorts, search.sort),
  down: search.down === true || undefined,
  by: oneOf(groupings, search.by),
  columns: text(search.columns),
  page: Number(search.page) > 1 ? Math.floor(Number(search.page)) : undefined,
  rows: search.rows === 'all' ? 'all' : undefined,
  month: matching(/^\d{4}-\d{2}$/, search.month),
  asOf: pastDay(search.asOf),
});

/** Conditions only, none of them set: what "Bỏ lọc" goes back to. */
export const noFilter = {
  text: undefined,
  agency: undefined,
  document: undefined,
  group: undefined,
  state: undefined,
  cell: undefined,
  role: undefined,
  due: undefined,
  dueFrom: undefined,
  dueTo: undefined,
  requests: undefined,
  waiting: undefined,
} satisfies Partial<DutyView>;

export const isNarrowed = (view: DutyView): boolean =>
  (Object.keys(noFilter) as (keyof typeof noFilter)[]).some((key) => view[key] !== undefined);

/** The view as the address keeps it, what to ask the server for, and how to change it (back to page 1 unless it says which). */
export function useDutyView() {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const view = readView(search);
  const viewer = useViewer();
  const navigate = useNavigate();
  useEffect(() => keepListAddress(search), [search]);
  const isAgencyPerson = holds(viewer, 'agency-focal', 'agency-head', 'staff');
  const whose: 'mine' | 'all' = view.whose ?? (isAgencyPerson && !view.agency ? 'mine' : 'all');
  const change = (wanted: Partial<DutyView>) =>
    void navigate({
      to: '/duties',
      search: { ...view, page: undefined, ...wanted } as never,
      replace: true,
      resetScroll: false,
    });
  const { down, waiting, sort, by, page, asOf, mode: _, columns, rows: __, month: ___, ...conditions } = view;
  const filter = { ...conditions, whose, waiting: waiting ? 'true' : undefined };
  const order = { sort, down: down ? 'true' : undefined, by };
  const shown: Column[] = readColumns(columns);
  return {
    view,
    /** Conditions alone, as every view of duties asks with them. */
    filter,
    /** Conditions and the order of lines, without the page. */
    lines: { ...filter, ...order, asOf },
    query: { ...filter, ...order, asOf, page },
    columns: shown,
    isAgencyPerson,
    change,
  };
}
export type DutyViewing = ReturnType<typeof useDutyView>;
