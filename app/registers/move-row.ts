import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import { allowedTransitions, type Register, type Row } from '#libraries/register/index.ts';
import { endDues } from './due/due.store.ts';
import { setDues } from './due/set-dues.ts';
import { policyOf, standsTo } from './register.policy.ts';
import { getRow } from './row.store.ts';
import { tell } from './row-events.ts';
import { editRow, openRow, type Saving } from './save-row.ts';
import { tellDuties } from './tell-duties.ts';
import { updateRow } from './write-rows.store.ts';

type Move = { revision: number; transition: string; reason?: string | undefined; values?: Row | undefined };

/** Carries a row on along its workflow, filling fields on the way. @throws Problem 403, 409, 422 */
export async function moveRow(saving: Saving, id: string, given: Move) {
  const { tx, house, viewer, register } = saving;
  const transition = register.workflow?.transitions.find(({ name }) => name === given.transition);
  if (!transition) throw notFound('bước này trong quy trình của sổ');
  requirePolicy(policyOf(transition.who), viewer, await openRow(saving, id));
  let { revision } = given;
  if (given.values && Object.keys(given.values).length)
    ({ revision } = await editRow(saving, id, { revision, values: given.values }));
  const row = await openRow(saving, id);
  const allowed = allowedTransitions(register, row.values, row.state, standsTo(viewer, row));
  const found = allowed.find((one) => one.transition === transition);
  if (!found)
    throw conflict(
      `Không làm được “${transition.said[0]}” khi ${stateWords(register, row.state)}: hãy tải lại trang.`,
    );
  if (found.hindrance) throw conflict(found.hindrance[0]);
  if (found.lacking.length) {
    const words = found.lacking.map((name) => register.fields[name]!.said[0].toLowerCase());
    throw invalid(
      `Trước khi “${transition.said[0].toLowerCase()}” cần ghi ${words.join(', ')}.`,
      found.lacking.map((name) => ({ path: `values.${name}`, message: 'Cần ghi trước.' })),
    );
  }
  if (transition.withReason && (given.reason ?? '').length < 5)
    throw invalid('Cần ghi lý do, ít nhất 5 ký tự.', [{ path: 'reason', message: 'Cần ghi lý do.' }]);
  const at = house.now();
  const stateOn = officeDay(at);
  const by = { at, by: viewer.personId };
  const next = await updateRow(
    tx,
    register,
    { id, revision },
    { state: transition.to, state_on: stateOn },
    by,
  );
  await tell(
    tx,
    register,
    id,
    'moved',
    { at, actorId: viewer.personId },
    {
      agencyId: row.agencyId,
      transition: transition.name,
      changed: { state: [row.state, transition.to] },
      ...(given.reason ? { reason: given.reason } : {}),
    },
  );
  await setDues(tx, house, register, [{ ...row, state: transition.to, stateOn }]);
  const toldDuties = transition.tells ? await tellDuties(saving, row, transition) : 0;
  return { state: transition.to, revision: next, toldDuties };
}

export const stateWords = (register: Register, state: string | null): string =>
  register.workflow?.states[state ?? '']?.[0] ?? 'ở trạng thái này';

/** Sets a row aside, or takes it back; it stays in its table and in the ledger. */
export async function setAside(saving: Saving, id: string, isAside: boolean): Promise<{ revision: number }> {
  const { tx, house, viewer, register } = saving;
  const row = await getRow(tx, register, id, { forUpdate: true });
  requirePolicy(policyOf(register.may.remove), viewer, row);
  if (row.mergedInto) throw conflict('Dòng này đã gộp vào dòng khác: hãy tách lại trước.');
  if ((row.removedAt !== null) === isAside)
    throw conflict(isAside ? 'Dòng này đã xóa trước đó.' : 'Dòng này chưa xóa nên không cần khôi phục.');
  const at = house.now();
  const by = { at, by: viewer.personId };
  const revision = await updateRow(tx, register, row, { removed_at: isAside ? at : null }, by);
  await tell(
    tx,
    register,
    id,
    isAside ? 'removed' : 'restored',
    { at, actorId: viewer.personId },
    {
      agencyId: row.agencyId,
      title: row.values[register.title],
    },
  );
  // What is set aside asks for nothing.
  if (isAside) await endDues(tx, register.name, id, officeDay(at));
  else await setDues(tx, house, register, [row]);
  return { revision };
}
