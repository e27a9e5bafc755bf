import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import {
  columnOf,
  type FieldFault,
  firstState,
  type Names,
  type Register,
  type Row,
  readForm,
  searchWords,
  type Target,
} from '#libraries/register/index.ts';
import { setDues } from './due/set-dues.ts';
import { type AlikeRow, findAlike, noteAlike } from './likeness/likeness.store.ts';
import { putLinks } from './link.store.ts';
import { RESTRICTED } from './public-title.ts';
import { policyOf } from './register.policy.ts';
import { getRow, type StoredRow } from './row.store.ts';
import { changesOf, tell } from './row-events.ts';
import { closedColumns } from './seal-row.ts';
import { thresholdsOf } from './setting.store.ts';
import { existing } from './targets.store.ts';
import { insertRows, updateRow } from './write-rows.store.ts';

export type Saving = {
  tx: Tx;
  house: House;
  viewer: Viewer;
  register: Register;
  /** The ledger tells it itself: an undo. */
  isSilent?: boolean;
};
export type Saved = { id: string; revision: number; warnings: FieldFault[]; alike: AlikeRow[] };

/** Adds a row. @throws Problem 422 with the fields to mend, or 409 with the rows that look like the same thing */
export async function addRow(
  saving: Saving,
  given: { agencyId: string; values: Row; isDifferent: boolean },
): Promise<Saved> {
  const { tx, house, viewer, register } = saving;
  requirePolicy(policyOf(register.may.write), viewer, given);
  const { row, warnings, names } = await readRow(saving, given.values, {});
  const alike = await findAlike(tx, register, row, null);
  if (alike.length && !given.isDifferent) throw looksAlike(register, asSeen(saving, alike));
  const [id, at] = [randomUUID(), house.now()];
  const today = officeDay(at);
  const state = firstState(register.workflow);
  const columns = closedColumns(house.seal, register, id, row);
  const words = searchWords(register, row);
  await insertRows(tx, register, [
    { id, agencyId: given.agencyId, state, today, at, by: viewer.personId, words, columns },
  ]);
  await putLinks(tx, register, id, row);
  await noteAlike(tx, register.name, id, alike, at);
  const by = { at, actorId: viewer.personId };
  const title = row[register.title];
  await tell(tx, register, id, 'created', by, {
    agencyId: given.agencyId,
    title,
    changed: changesOf(register, {}, row, names),
  });
  await setDues(tx, house, register, { id, agencyId: given.agencyId, values: row, state, stateOn: today });
  return { id, revision: 1, warnings, alike: asSeen(saving, alike) };
}

/** Rows alike as the writer may read them. */
const asSeen = ({ viewer, register }: Saving, alike: readonly AlikeRow[]): AlikeRow[] =>
  alike.map((one) =>
    policyOf(register.may.read).allows(viewer, one) ? one : { ...one, title: RESTRICTED[0] },
  );

const looksAlike = (register: Register, alike: AlikeRow[]) => {
  const [first] = alike as [AlikeRow];
  return conflict(
    `Giống ${register.one[0]} “${first.title}” đã có của ${first.agencyName}: mở dòng đó để bổ sung, hoặc xác nhận đây là ${register.one[0]} khác.`,
    { alike },
  );
};

/** Changes the fields that are given. @throws Problem 403, 409, 422 */
export async function editRow(
  saving: Saving,
  id: string,
  given: { revision: number; values: Row; agencyId?: string | undefined },
): Promise<Saved> {
  const { tx, house, viewer, register } = saving;
  const before = await openRow(saving, id);
  requirePolicy(policyOf(register.may.write), viewer, before);
  if (given.agencyId) requirePolicy(policyOf(register.may.write), viewer, { agencyId: given.agencyId });
  const { row, warnings, names } = await readRow(saving, given.values, before.values);
  const [at, by] = [house.now(), viewer.personId];
  const agencyId = given.agencyId ?? before.agencyId;
  const revision = await updateRow(
    tx,
    register,
    { id, revision: given.revision },
    writtenColumns(saving, id, row, given.values, agencyId),
    { at, by },
  );
  await putLinks(tx, register, id, row);
  const changed = changesOf(register, withSealed(before), withSealed(before, row), names);
  const moved = agencyId === before.agencyId ? {} : { fromAgencyId: before.agencyId };
  if (!saving.isSilent)
    await tell(
      tx,
      register,
      id,
      'changed',
      { at, actorId: by },
      { agencyId, ...moved, title: row[register.title], changed },
    );
  const isTouched = register.alike.some((name) => name in changed);
  const alike = isTouched ? await findAlike(tx, register, row, id) : [];
  await noteAlike(tx, register.name, id, alike, at);
  await setDues(tx, house, register, { ...before, agencyId, values: row });
  return { id, revision, warnings, alike: asSeen(saving, alike) };
}

/** What a sealed field holds is not known here, only that it does: a new value stands for a change. */
const withSealed = (before: StoredRow, after?: Row): Row => ({
  ...Object.fromEntries(Object.keys(before.sealed).map((name) => [name, 'sealed'])),
  ...(after ?? before.values),
});

/** Only what was sent is written: a sealed field that was not opened stays as it lies. */
function writtenColumns({ house, register }: Saving, id: string, row: Row, given: Row, agencyId: string) {
  const all = closedColumns(house.seal, register, id, row);
  const kept = Object.entries(register.fields).flatMap(([name, field]) =>
    name in given ? field.parts.map((part) => columnOf(name, part)) : [],
  );
  return {
    ...Object.fromEntries(kept.map((column) => [column, all[column]])),
    agency_id: agencyId,
    words: searchWords(register, row),
  };
}

/** A row that stands, held until the transaction ends. @throws Problem 404, 409 when it was set aside or merged */
export async function openRow({ tx, register, viewer }: Saving, id: string): Promise<StoredRow> {
  const row = await getRow(tx, register, id, { forUpdate: true });
  requirePolicy(policyOf(register.may.read), viewer, row);
  if (row.mergedInto)
    throw conflict('Dòng này đã gộp vào dòng khác: hãy mở dòng đó để sửa.', { mergedInto: row.mergedInto });
  if (row.removedAt) throw conflict('Dòng này đã xóa: hãy khôi phục trước khi sửa.');
  return row;
}

/** Reads a form over what stood before, with the province's thresholds, and sees that what it points at is there. */
export async function readRow(
  { tx, house, register }: Pick<Saving, 'tx' | 'house' | 'register'>,
  given: Row,
  before: Row,
): Promise<{ row: Row; warnings: FieldFault[]; names: Names }> {
  const context = { today: officeDay(house.now()), thresholds: await thresholdsOf(tx, register) };
  const { row, faults, warnings } = readForm(register, given, { before, ...context });
  const { names, astray } = await namesIn(tx, register, row);
  const all = [...faults, ...astray.filter(({ field }) => field in given)];
  if (all.length)
    throw invalid(
      `Chưa lưu được ${register.one[0]}: xem từng ô được đánh dấu rồi lưu lại.`,
      all.map(({ field, message }) => ({ path: `values.${field}`, message })),
    );
  return { row, warnings, names };
}

/** Names of all that a row points at, and the fields that point at nothing. */
async function namesIn(
  tx: Tx,
  register: Register,
  row: Row,
): Promise<{ names: Names; astray: FieldFault[] }> {
  const wanted = new Map<Target, Set<string>>();
  const pointing = Object.entries(register.fields).filter(
    ([name, { refersTo }]) => refersTo && (row[name] ?? null) !== null,
  );
  for (const [name, field] of pointing)
    wanted.set(
      field.refersTo!,
      new Set([...(wanted.get(field.refersTo!) ?? []), ...field.pointsAt(row[name])]),
    );
  const found = new Map<Target, Map<string, string>>();
  for (const [target, ids] of wanted) found.set(target, await existing(tx, target, [...ids]));
  const astray = pointing
    .filter(([name, field]) => field.pointsAt(row[name]).some((id) => !found.get(field.refersTo!)!.has(id)))
    .map(([field]) => ({ field, message: 'Mục được chọn không còn: hãy chọn lại.' }));
  return { names: (target, id) => found.get(target)?.get(id) ?? '…', astray };
}

/** The agency in whose name a row is written when none is named. @throws Problem 422, 403 */
export function agencyOfWriter(
  { viewer, register }: Pick<Saving, 'viewer' | 'register'>,
  given: string | undefined,
): string {
  if (given) return given;
  const may = policyOf(register.may.write);
  const own = [...new Set(viewer.memberships.map(({ agencyId }) => agencyId))].filter((agencyId) =>
    may.allows(viewer, { agencyId }),
  );
  if (!own.length) throw new Problem(403, 'forbidden', `Bạn chưa được phép làm việc này: ${may.sentence}.`);
  return own[0]!;
}
