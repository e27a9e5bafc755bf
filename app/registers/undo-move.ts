import type { LedgerAct, LedgerEvent, Undone } from '#app/ledger/index.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import type { Register } from '#libraries/register/index.ts';
import { setDues } from './due/set-dues.ts';
import { policyOf } from './register.policy.ts';
import { openRow } from './save-row.ts';
import { updateRow } from './write-rows.store.ts';

/** A step of the workflow taken back: the row is in the state it came from. What its duties were told stays told. */
export async function undoMove(
  register: Register,
  { tx, house, viewer, subjectId }: LedgerAct,
  line: LedgerEvent,
): Promise<Undone> {
  const [from, to] = (line.payload.changed as { state: [string, string] }).state;
  const row = await openRow({ tx, house, viewer, register }, subjectId);
  const transition = register.workflow?.transitions.find(({ name }) => name === line.payload.transition);
  requirePolicy(policyOf(transition?.who ?? register.may.write), viewer, row);
  if (row.state !== to) throw conflict('Dòng này đã sang bước khác: hãy hoàn tác các bước sau trước.');
  const at = house.now();
  const stateOn = officeDay(at);
  await updateRow(tx, register, row, { state: from, state_on: stateOn }, { at, by: viewer.personId });
  await setDues(tx, house, register, [{ ...row, state: from, stateOn }]);
  return { changed: { state: [to, from] } };
}
