import { listDatedAgencies } from '#app/agencies/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { firstContradicted, rowsOf } from './apply-moves.ts';
import { type Gathered, gatherHoldings } from './gather.ts';
import type { Move } from './holdings.ts';
import { changeOf } from './prepare.ts';
import { findLaterSuccession, type Succession } from './succession.store.ts';

/** One sentence: what later work would be contradicted by undoing; null: nothing would. */
export async function hindranceToUndo(
  tx: Tx,
  succession: Succession,
  moves: readonly Move[],
): Promise<string | null> {
  const change = changeOf(succession);
  const involved = [...new Set([...change.from, ...change.to.map((target) => target.id)])];
  const later = await findLaterSuccession(tx, succession, involved);
  if (later)
    return `Thay đổi ngày ${later.on.split('-').reverse().join('/')} (${later.basis}) được áp dụng sau và dựa vào thay đổi này: hãy hoàn tác thay đổi đó trước.`;
  const holdings = await gatherHoldings(tx, await listDatedAgencies(tx), involved);
  const worked = workedOn(holdings, moves, succession.appliedAt!);
  if (worked)
    return `${worked}: hoàn tác sẽ trái với việc đã làm, hãy soạn một thay đổi mới thay vì hoàn tác.`;
  const changed = firstContradicted(rowsOf(holdings), moves);
  if (changed)
    return `“${changed.label}” đã được sửa sau khi áp dụng: hãy soạn một thay đổi mới thay vì hoàn tác.`;
  return newlyUsed(holdings, change, moves);
}

/** The first part that its new agency went on with. */
function workedOn(holdings: Gathered, moves: readonly Move[], since: Date): string | null {
  const part = moves.find(
    (move) => move.what === 'part' && (holdings.changedAt.get(move.id) ?? since) > since,
  );
  if (part) return `Nhiệm vụ ${part.label} đã được làm tiếp sau khi chuyển`;
  const report = moves.find(
    (move) =>
      move.what === 'report' &&
      !move.after?.joinedInto &&
      holdings.reports.some((one) => one.id === move.id && one.state !== 'draft' && one.state !== 'returned'),
  );
  return report ? `Báo cáo ${report.label} đã được gửi sau khi chuyển` : null;
}

/** What has come to an agency that this change made, besides what it brought itself. */
function newlyUsed(
  holdings: Gathered,
  change: ReturnType<typeof changeOf>,
  moves: readonly Move[],
): string | null {
  const brought = new Set(moves.map((move) => `${move.what} ${move.id}`));
  for (const target of change.to.filter((one) => one.isNew)) {
    const part = holdings.parts.find((one) => one.agencyId === target.id && !brought.has(`part ${one.id}`));
    if (part)
      return `${target.name} đã nhận thêm nhiệm vụ ${part.label}: hãy chuyển việc đó đi trước khi hoàn tác.`;
    const report = holdings.reports.find(
      (one) => one.agencyId === target.id && !brought.has(`report ${one.id}`),
    );
    if (report)
      return `${target.name} đã có báo cáo ${report.label}: không hoàn tác được nữa, hãy soạn một thay đổi mới.`;
    const row = holdings.rows.find((one) => one.agencyId === target.id && !brought.has(`row ${one.id}`));
    if (row)
      return `${target.name} đã ghi “${row.label}” vào sổ ${row.said[0]}: hãy chuyển dòng đó đi trước khi hoàn tác.`;
    const person = holdings.people.find(
      (one) => one.agencyId === target.id && !brought.has(`membership ${one.id}`),
    );
    if (person)
      return `${target.name} đã có thêm người dùng ${person.personName}: hãy chuyển người này đi trước khi hoàn tác.`;
  }
  return null;
}
