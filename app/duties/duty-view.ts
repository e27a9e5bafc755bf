import { useNavigate, useSearch } from '@tanstack/react-router';
import { pastDay } from '#app/web/past-day.ts';
import { holds, useViewer } from '#app/web/viewer.ts';
import { type AssignmentState, assignmentStates } from './assignment.ts';
import { sorts } from './duty.contract.ts';
import { type Cell, cells } from './four-cells.ts';

/** What the address of the list says; undefined is the default. */
export type DutyView = {
  text?: string | undefined;
  agency?: string | undefined;
  document?: string | undefined;
  group?: string | undefined;
  state?: AssignmentState | undefined;
  cell?: Cell | undefined;
  whose?: 'mine' | 'all' | undefined;
  sort?: (typeof sorts)[number] | undefined;
  down?: boolean | undefined;
  page?: number | undefined;
  /** A past day the list is shown as of. */
  asOf?: string | undefined;
};

const oneOf = <T extends string>(wanted: readonly T[], given: unknown): T | undefined =>
  wanted.find((one) => one === given);
// A router reads ?text=217 as a number.
const text = (given: unknown): string | undefined => (given === undefined ? undefined : String(given));

const readView = (search: Record<string, unknown>): DutyView => ({
  text: text(search.text),
  agency: text(search.agency),
  document: text(search.document),
  group: text(search.group),
  state: oneOf(assignmentStates, search.state),
  cell: oneOf(cells, search.cell),
  whose: oneOf(['mine', 'all'], search.whose),
  sort: oneOf(sorts, search.sort),
  down: search.down === true || undefined,
  page: Number(search.page) > 1 ? Math.floor(Number(search.page)) : undefined,
  asOf: pastDay(search.asOf),
});

/** The view as the address keeps it, what to ask the server for, and how to change it (back to page 1 unless it says which). */
export function useDutyView() {
  const view = readView(useSearch({ strict: false }));
  const viewer = useViewer();
  const navigate = useNavigate();
  const isAgencyPerson = holds(viewer, 'agency-focal', 'agency-head', 'staff');
  const whose: 'mine' | 'all' = view.whose ?? (isAgencyPerson && !view.agency ? 'mine' : 'all');
  const change = (wanted: Partial<DutyView>) =>
    void navigate({
      to: '/duties',
      search: { ...view, page: undefined, ...wanted } as never,
      replace: true,
      resetScroll: false,
    });
  const { down, ...rest } = view;
  return { view, query: { ...rest, whose, down: down ? 'true' : undefined }, isAgencyPerson, change };
}
