import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import { endDues } from '../due/due.store.ts';
import { setDues } from '../due/set-dues.ts';
import { mayMerge } from '../register.policy.ts';
import { getRow, type StoredRow } from '../row.store.ts';
import { tell } from '../row-events.ts';
import { editRow, openRow, type Saving } from '../save-row.ts';
import { openSealed } from '../seal-row.ts';
import { updateRow } from '../write-rows.store.ts';
import { decide, decideAllOf } from './likeness.store.ts';

/** One row stands for both: its empty fields are filled from the other, which stays with its history and points here. */
export async function mergeRows(
  saving: Saving,
  keepId: string,
  otherId: string,
): Promise<{ filled: string[] }> {
  const { tx, house, viewer, register } = saving;
  requirePolicy(mayMerge, viewer, undefined);
  if (keepId === otherId) throw invalid('Đây là cùng một dòng: hãy chọn hai dòng khác nhau.');
  const keep = await openRow(saving, keepId);
  const other = await openRow(saving, otherId);
  const by = { at: house.now(), actorId: viewer.personId };
  const whole = (row: StoredRow) => ({
    ...row.values,
    ...openSealed(house.seal, register, row.id, row.sealed),
  });
  const [kept, given] = [whole(keep), whole(other)];
  const filling = Object.fromEntries(
    Object.keys(register.fields)
      .filter((name) => (kept[name] ?? null) === null && (given[name] ?? null) !== null)
      .map((name) => [name, given[name]]),
  );
  if (Object.keys(filling).length)
    await editRow(saving, keepId, { revision: keep.revision, values: filling });
  await updateRow(tx, register, other, { merged_into: keepId }, { at: by.at, by: viewer.personId });
  await endDues(tx, register.name, otherId, officeDay(by.at));
  const titleOf = (row: StoredRow) => row.values[register.title];
  await tell(tx, register, otherId, 'merged', by, {
    agencyId: other.agencyId,
    into: keepId,
    intoTitle: titleOf(keep),
  });
  await tell(tx, register, keepId, 'took-in', by, {
    agencyId: keep.agencyId,
    from: otherId,
    fromTitle: titleOf(other),
  });
  await decide(tx, register.name, [keepId, otherId], 'merged', by);
  await decideAllOf(tx, register.name, otherId, by);
  return { filled: Object.keys(filling) };
}

/** A merged row stands by itself again. */
export async function partRow(
  { tx, house, viewer, register }: Saving,
  id: string,
): Promise<{ revision: number }> {
  requirePolicy(mayMerge, viewer, undefined);
  const row = await getRow(tx, register, id, { forUpdate: true });
  if (!row.mergedInto) throw conflict('Dòng này không gộp vào dòng nào: hãy tải lại trang.');
  const at = house.now();
  const revision = await updateRow(tx, register, row, { merged_into: null }, { at, by: viewer.personId });
  await tell(
    tx,
    register,
    id,
    'parted',
    { at, actorId: viewer.personId },
    { agencyId: row.agencyId, from: row.mergedInto },
  );
  await setDues(tx, house, register, [row]);
  return { revision };
}
