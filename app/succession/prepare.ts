import { createHash, randomUUID } from 'node:crypto';
import { type DatedAgency, listDatedAgencies, nameOn } from '#app/agencies/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { type Change, closing } from './change.ts';
import { type Gathered, gatherHoldings } from './gather.ts';
import { dayBefore, isOpenOn, isOwed, isRowOpenOn, type Move } from './holdings.ts';
import { type RowSum, rowSums } from './row-moves.ts';
import type { Succession } from './succession.store.ts';
import { type Plan, planSuccession } from './succession.ts';
import { type Sums, sumsOver } from './sums.ts';

export type Prepared = Plan & {
  change: Change;
  holdings: Gathered;
  sums: Sums;
  rowSums: RowSum[];
  /** Names of agencies by id: as before the change, those to come as they will be. */
  names: Map<string, string>;
  fingerprint: string;
  /** One sentence: why this cannot be applied today; null: it can. */
  hindrance: string | null;
};

export const changeOf = ({ kind, on, plan }: Succession): Change => ({ kind, on, ...plan });

/** What a draft would do if it were applied now. */
export async function prepare(tx: Tx, succession: Succession, today: string): Promise<Prepared> {
  const register = await listDatedAgencies(tx);
  const change = changeOf(succession);
  const involved = [...new Set([...change.from, ...change.to.map((target) => target.id)])];
  const holdings = await gatherHoldings(tx, register, involved);
  const plan = planSuccession(change, holdings, randomUUID);
  return {
    ...plan,
    change,
    holdings,
    sums: sumsOver(holdings.parts, plan.moves, today),
    rowSums: rowSums(holdings, plan.moves),
    names: namesFor(register, change),
    fingerprint: fingerprintOf(succession, plan.moves),
    hindrance: hindranceOf(succession, change, holdings, plan.moves, register, today),
  };
}

/** Every agency as it was called on the eve of the change. */
export function namesFor(register: readonly DatedAgency[], change: Change): Map<string, string> {
  const eve = dayBefore(change.on);
  return new Map([
    ...register.map((agency) => [agency.id, nameOn(agency.names, eve) ?? agency.name] as const),
    ...change.to.filter((target) => target.isNew).map((target) => [target.id, target.name] as const),
  ]);
}

/** Of all that is seen in the preview. Rows yet to be made have no id that would last. */
function fingerprintOf({ kind, on, basis }: Succession, moves: readonly Move[]): string {
  const seen = moves.map(({ id, before, ...move }) => [
    before || move.what === 'agency' ? id : null,
    before,
    move,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([kind, on, basis, seen]))
    .digest('hex');
}

function hindranceOf(
  { on }: Succession,
  change: Change,
  holdings: Gathered,
  moves: readonly Move[],
  register: readonly DatedAgency[],
  today: string,
): string | null {
  const show = (day: string) => day.split('-').reverse().join('/');
  if (on > today)
    return `Thay đổi có hiệu lực từ ${show(on)}: bản nháp được giữ, đến ngày đó hãy bấm áp dụng.`;
  const gone = register.find(
    (agency) =>
      [...change.from, ...change.to.map((one) => one.id)].includes(agency.id) &&
      agency.validTo !== null &&
      agency.validTo < on,
  );
  if (gone) return `${gone.name} đã kết thúc từ ${show(gone.validTo!)}: hãy sửa lại cơ quan hoặc ngày.`;
  if (change.kind === 'rename' && !change.newName) return 'Chưa có tên mới: hãy bấm Sửa và điền tên mới.';
  const moved = new Set(moves.map((move) => `${move.what} ${move.id}`));
  const closed = closing(change);
  const left = {
    parts: holdings.parts.filter(
      (part) => closed.includes(part.agencyId) && isOpenOn(part, on) && !moved.has(`part ${part.id}`),
    ).length,
    reports: holdings.reports.filter(
      (one) => closed.includes(one.agencyId) && isOwed(one) && !moved.has(`report ${one.id}`),
    ).length,
  };
  const rows = holdings.rows.filter(
    (row) => closed.includes(row.agencyId) && isRowOpenOn(row, on) && !moved.has(`row ${row.id}`),
  ).length;
  if (left.parts || left.reports || rows)
    return `Còn ${left.parts} phần việc đang mở, ${left.reports} báo cáo chưa gửi và ${rows} dòng sổ đang theo dõi không có cơ quan nhận: hãy bấm Sửa và thêm cơ quan kế thừa.`;
  return null;
}
