import { randomUUID } from 'node:crypto';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, notFound, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import {
  columnOf,
  type FieldFault,
  firstState,
  type Register,
  type Row,
  searchWords,
} from '#libraries/register/index.ts';
import { setDues } from './due/set-dues.ts';
import { type AlikeRow, findAlike, noteAlike } from './likeness/likeness.store.ts';
import { putLinks } from './link.store.ts';
import { RESTRICTED } from './public-title.ts';
import { readRows } from './read-rows.ts';
import { policyOf } from './register.policy.ts';
import { getRows, type StoredRow } from './row.store.ts';
import { changesOf, tell, tellOfEach } from './row-events.ts';
import { closedColumns } from './seal-row.ts';
import { insertRows, updateRows } from './write-rows.store.ts';

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
  const { read, names } = await readRows(saving, [{ given: given.values, before: {} }]);
  const { row, warnings } = read[0]!;
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
  await putLinks(tx, register, [{ id, row }]);
  await noteAlike(tx, register.name, id, alike, at);
  const by = { at, actorId: viewer.personId };
  const title = row[register.title];
  await tell(tx, register, id, 'created', by, {
    agencyId: given.agencyId,
    title,
    changed: changesOf(register, {}, row, names),
  });
  await setDues(tx, house, register, [{ id, agencyId: given.agencyId, values: row, state, stateOn: today }]);
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

/** The fields to change of a row that was read at `revision`, and whose it is to be from now on. */
export type Edit = { id: string; revision: number; values: Row; agencyId?: string | undefined };

/** Changes the fields that are given. @throws Problem 403, 404, 409, 422 */
export async function editRow(saving: Saving, id: string, given: Omit<Edit, 'id'>): Promise<Saved> {
  const [saved] = await editRows(saving, [{ ...given, id }]);
  return saved!;
}

/** Changes many rows, none of them twice, in few statements; all of them or none. @throws Problem like `editRow` */
export async function editRows(saving: Saving, edits: readonly Edit[]): Promise<Saved[]> {
  const { tx, house, viewer, register } = saving;
  const edited = await readEdits(saving, edits);
  const [at, by] = [house.now(), viewer.personId];
  await updateRows(tx, register, edited, { at, by });
  await putLinks(tx, register, edited);
  if (!saving.isSilent)
    await tellOfEach(
      tx,
      register,
      'changed',
      { at, actorId: by },
      edited.map(({ id, agencyId, before, row, changed }) => ({
        rowId: id,
        payload: {
          agencyId,
          ...(agencyId === before.agencyId ? {} : { fromAgencyId: before.agencyId }),
          title: row[register.title],
          changed,
        },
      })),
    );
  const dated = edited.map(({ before, agencyId, row }) => ({ ...before, agencyId, values: row }));
  await setDues(tx, house, register, dated);
  const saved: Saved[] = [];
  for (const { id, revision, row, warnings, changed } of edited) {
    const isTouched = register.alike.some((name) => name in changed);
    const alike = isTouched ? await findAlike(tx, register, row, id) : [];
    await noteAlike(tx, register.name, id, alike, at);
    saved.push({ id, revision: revision + 1, warnings, alike: asSeen(saving, alike) });
  }
  return saved;
}

/** What edits make of the rows as they stand, held until the transaction ends. */
async function readEdits(saving: Saving, edits: readonly Edit[]) {
  const { viewer, register } = saving;
  const may = policyOf(register.may.write);
  const rows = await openRows(
    saving,
    edits.map(({ id }) => id),
  );
  const opened = edits.map((edit) => ({ ...edit, before: rows.get(edit.id)! }));
  for (const { before, agencyId } of opened) {
    requirePolicy(may, viewer, before);
    if (agencyId) requirePolicy(may, viewer, { agencyId });
  }
  const forms = opened.map(({ values, before }) => ({ given: values, before: before.values }));
  const { read, names } = await readRows(saving, forms);
  return opened.map(({ id, revision, values, before, agencyId = before.agencyId }, at) => {
    const { row, warnings } = read[at]!;
    const changed = changesOf(register, withSealed(before), withSealed(before, row), names);
    const columns = writtenColumns(saving, id, row, values, agencyId);
    return { id, revision, before, agencyId, row, warnings, changed, columns };
  });
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
export async function openRow(saving: Saving, id: string): Promise<StoredRow> {
  return (await openRows(saving, [id])).get(id)!;
}

/** Rows that stand, by id, held until the transaction ends. @throws Problem like `openRow` */
async function openRows(
  { tx, register, viewer }: Saving,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredRow>> {
  const rows = await getRows(tx, register, ids, { forUpdate: true });
  if (rows.length < new Set(ids).size) throw notFound(`${register.one[0]} này trong sổ`);
  for (const row of rows) {
    requirePolicy(policyOf(register.may.read), viewer, row);
    if (row.mergedInto)
      throw conflict('Dòng này đã gộp vào dòng khác: hãy mở dòng đó để sửa.', { mergedInto: row.mergedInto });
    if (row.removedAt) throw conflict('Dòng này đã xóa: hãy khôi phục trước khi sửa.');
  }
  return new Map(rows.map((row) => [row.id, row]));
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
