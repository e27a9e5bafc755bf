import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { invalid } from '#app/platform/problem.ts';
import {
  type FieldFault,
  type Names,
  type Register,
  type Row,
  readForm,
  type Target,
} from '#libraries/register/index.ts';
import { thresholdsOf } from './setting.store.ts';
import { existing } from './targets.store.ts';

type Form = { given: Row; before: Row };
type ReadForm = { row: Row; warnings: FieldFault[] };

/**
 * Reads forms, each over what stood before, with the province's thresholds, and sees that what they point at is there.
 * @throws Problem 422 with what is to be mended of the first that is not right
 */
export async function readRows(
  { tx, house, register }: { tx: Tx; house: House; register: Register },
  forms: readonly Form[],
): Promise<{ read: ReadForm[]; names: Names }> {
  const context = { today: officeDay(house.now()), thresholds: await thresholdsOf(tx, register) };
  const read = forms.map(({ given, before }) => readForm(register, given, { before, ...context }));
  const known = await pointedAt(
    tx,
    register,
    read.map(({ row }) => row),
  );
  for (const [at, { row, faults }] of read.entries()) {
    const astray = astrayIn(register, row, known).filter(({ field }) => field in forms[at]!.given);
    const all = [...faults, ...astray];
    if (all.length)
      throw invalid(
        `Chưa lưu được ${register.one[0]}: xem từng ô được đánh dấu rồi lưu lại.`,
        all.map(({ field, message }) => ({ path: `values.${field}`, message })),
      );
  }
  return { read, names: (target, id) => known.get(target)?.get(id) ?? '…' };
}

type Known = ReadonlyMap<Target, ReadonlyMap<string, string>>;

const pointing = (register: Register, row: Row) =>
  Object.entries(register.fields).filter(([name, { refersTo }]) => refersTo && (row[name] ?? null) !== null);

/** All that is there of what rows point at, with what it is called, by target. */
async function pointedAt(tx: Tx, register: Register, rows: readonly Row[]): Promise<Known> {
  const wanted = new Map<Target, Set<string>>();
  for (const row of rows)
    for (const [name, field] of pointing(register, row)) {
      const ids = wanted.get(field.refersTo!) ?? new Set();
      for (const id of field.pointsAt(row[name])) ids.add(id);
      wanted.set(field.refersTo!, ids);
    }
  const known = new Map<Target, Map<string, string>>();
  for (const [target, ids] of wanted) known.set(target, await existing(tx, target, [...ids]));
  return known;
}

/** Fields of a row that point at what is not there. */
const astrayIn = (register: Register, row: Row, known: Known): FieldFault[] =>
  pointing(register, row)
    .filter(([name, field]) => field.pointsAt(row[name]).some((id) => !known.get(field.refersTo!)!.has(id)))
    .map(([field]) => ({ field, message: 'Mục được chọn không còn: hãy chọn lại.' }));
