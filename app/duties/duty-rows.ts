import { summarise } from './duty.ts';
import type { DutyList, ListedDuty, ListedPart } from './duty-list.store.ts';
import { cellOf } from './four-cells.ts';

/** A group of 35 agencies would fill a screen: a list names the first of them and counts the rest. */
const NAMED_IN_LIST = 4;

/** A page as it is told: each line with how its parts stand together. */
export const presentList = <L extends Pick<DutyList, 'rows'>>(list: L, today: string) => ({
  ...list,
  rows: list.rows.map((row) => presentRow(row, today)),
});

/** The one that leads first, then by name. Compared here: PostgreSQL's Vietnamese order costs as much as the page. */
const byRank = (a: ListedPart, b: ListedPart) =>
  Number(b.leads) - Number(a.leads) || vietnamese.compare(a.agencyName, b.agencyName);
const vietnamese = new Intl.Collator('vi');

function presentRow(row: ListedDuty, today: string) {
  const parts = row.parts.toSorted(byRank).map((part) => ({
    ...part,
    cell: cellOf({ ...part, isRequest: row.isRequest }, today),
  }));
  return {
    ...row,
    summary: summarise(row.parts),
    parts: (['holder', 'coordinator'] as const).flatMap((role) =>
      parts.filter((part) => part.role === role).slice(0, NAMED_IN_LIST),
    ),
  };
}
