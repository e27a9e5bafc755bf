import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { explainCount } from '#libraries/calendar/index.ts';
import {
  allowedTransitions,
  duesOf,
  type Language,
  type Register,
  type Row,
  say,
  type Target,
} from '#libraries/register/index.ts';
import { begunFrom } from './beginnings/beginnings.ts';
import { asSaid } from './describe-register.ts';
import { listDues } from './due/due.store.ts';
import { ownCounts } from './due/set-dues.ts';
import { findRegister } from './find-register.ts';
import { listPointingAt } from './link.store.ts';
import type { ListedRows } from './list-rows.store.ts';
import { openNames } from './open-names.ts';
import { namesWithPresentUnits } from './present-agencies.ts';
import { RESTRICTED } from './public-title.ts';
import type { RegisterLink, RowShown } from './register.contract.ts';
import { isSome, policyOf, reachOf, standsTo } from './register.policy.ts';
import { listMergedInto, type StoredRow } from './row.store.ts';
import { thresholdsOf } from './setting.store.ts';
import { namesOfPeople } from './targets.store.ts';
import { pageOfRow } from './tell-duties.ts';

export type Looking = { tx: Tx; house: House; viewer: Viewer; register: Register; language: Language };

/** A row as its page shows it. */
export async function showRow(looking: Looking, stored: StoredRow): Promise<RowShown> {
  const { tx, house, viewer, register, language } = looking;
  const context = { today: officeDay(house.now()), thresholds: await thresholdsOf(tx, register) };
  await openNames(tx, viewer, register, [stored]);
  const names = await namesWithPresentUnits(tx, register, stored, context.today);
  const row = { ...stored, names };
  const people = await namesOfPeople(tx, [row.createdBy, row.changedBy]);
  const may = (act: 'write' | 'remove' | 'readSealed') => policyOf(register.may[act]).allows(viewer, row);
  const mergedFrom = await listMergedInto(tx, register, row.id);
  const stands = !row.removedAt && !row.mergedInto;
  return {
    id: row.id,
    title: String(row.values[register.title]),
    agencyId: row.agencyId,
    agencyName: row.agencyName,
    revision: row.revision,
    state: row.state,
    stateOn: row.stateOn,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    createdByName: people.get(row.createdBy ?? '') ?? null,
    changedByName: people.get(row.changedBy ?? '') ?? null,
    isRemoved: row.removedAt !== null,
    mergedInto: row.mergedInto,
    mergedFrom,
    values: row.values,
    shown: showValues(register, row, Object.keys(register.fields), language),
    tables: showTables(register, row, language),
    names: row.names,
    sealed: Object.keys(row.sealed),
    linksOut: linksOut(register, row, language),
    linksIn: await linksToAll(tx, viewer, register, [row.id, ...mergedFrom.map(({ id }) => id)]),
    timers: await timersOf(looking, row),
    actions: stands ? actionsOf(looking, row) : [],
    warnings: register.check(row.values, context).map(({ field, message }) => ({ field, message })),
    begins: stands ? beginsOf(viewer, register) : [],
    may: {
      write: stands && may('write'),
      remove: may('remove') && !row.mergedInto,
      readSealed: may('readSealed'),
    },
  };
}

const beginsOf = (viewer: Viewer, register: Register): RowShown['begins'] =>
  begunFrom(register)
    .filter(({ may }) => isSome(reachOf(may.write, viewer)))
    .map(({ name, one }) => ({ register: name, one: asSaid(one) }));

/** A page of a list as it is answered. */
export const presentRows = (register: Register, { rows, total, isMore }: ListedRows, language: Language) => ({
  total,
  isMore,
  rows: rows.map((row) => ({
    id: row.id,
    title: String(row.values[register.title]),
    agencyName: row.agencyName,
    state: row.state,
    shown: { ...showValues(register, row, register.list, language), ...briefly(register, row) },
  })),
});

/** Values in words, by field; what is sealed or empty is left out. */
export function showValues(
  register: Register,
  { values, names }: Pick<StoredRow, 'values' | 'names'>,
  fields: readonly string[],
  language: Language,
): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const name of fields) {
    const [field, value] = [register.fields[name]!, (values as Row)[name] ?? null];
    if (value !== null && !field.isSealed)
      shown[name] = field.show(value, (_, id) => nameIn(language, names[id]), language);
  }
  return shown;
}

/** Amounts of a list without the day of their rate. */
const briefly = ({ fields, list }: Register, { values }: Pick<StoredRow, 'values'>): Record<string, string> =>
  Object.fromEntries(
    list.flatMap((name) => {
      const { brief, isSealed } = fields[name]!;
      const value = (values as Row)[name] ?? null;
      return brief && !isSealed && value !== null ? [[name, brief(value)]] : [];
    }),
  );

/** Tables within a row, by field: the words of their cells, line by line. */
export function showTables(
  { fields }: Register,
  { values, names }: Pick<StoredRow, 'values' | 'names'>,
  language: Language,
): Record<string, string[][]> {
  const tables: Record<string, string[][]> = {};
  for (const [name, { lines, isSealed }] of Object.entries(fields)) {
    const value = (values as Row)[name] ?? null;
    if (lines && !isSealed && value !== null)
      tables[name] = lines(value, (_, id) => nameIn(language, names[id]), language);
  }
  return tables;
}

const nameIn = (language: Language, name = '…'): string =>
  name === RESTRICTED[0] ? say(RESTRICTED, language) : name;

const pages: Record<string, (id: string) => string> = {
  agency: (id) => `/agencies/${id}`,
  document: (id) => `/documents/${id}`,
  duty: (id) => `/duties/${id}`,
  file: (id) => `/files/${id}`,
};

/** Address of what an id points at; people have no page that everybody may open. */
const pageOf = (target: Target, id: string): string | null =>
  target.startsWith('register:') ? pageOfRow(target.slice(9), id) : (pages[target]?.(id) ?? null);

const linksOut = (register: Register, row: StoredRow, language: Language): RowShown['linksOut'] =>
  Object.entries(register.fields).flatMap(([name, field]) => {
    const value = row.values[name] ?? null;
    if (value === null || !field.refersTo) return [];
    const target = field.refersTo;
    const to = target.startsWith('register:') ? findRegister(target.slice(9)) : undefined;
    return field.pointsAt(value).flatMap((id) => {
      const address = pageOf(target, id);
      if (!address) return [];
      const said = asSaid(to?.said ?? field.said);
      return [
        {
          register: to?.name ?? target,
          said,
          id,
          title: nameIn(language, row.names[id]),
          field: asSaid(field.said),
          address: row.names[id] === RESTRICTED[0] ? null : address,
        },
      ];
    });
  });

/** What points at a row or at those merged into it. */
async function linksToAll(
  tx: Tx,
  viewer: Viewer,
  { name }: Register,
  ids: readonly string[],
): Promise<RegisterLink[]> {
  const links: RegisterLink[] = [];
  for (const id of ids) links.push(...(await linksTo(tx, viewer, `register:${name}`, id)));
  return links;
}

/** Rows of all registers that point at something, as far as the viewer may read them. */
export async function linksTo(tx: Tx, viewer: Viewer, target: Target, id: string): Promise<RegisterLink[]> {
  const found = await listPointingAt(tx, target, id);
  return found
    .filter(({ register, agencyId }) => policyOf(register.may.read).allows(viewer, { agencyId }))
    .map(({ register, id: rowId, title, field }) => ({
      register: register.name,
      said: asSaid(register.said),
      id: rowId,
      title,
      field: asSaid(register.fields[field]!.said),
      address: pageOfRow(register.name, rowId),
    }));
}

async function timersOf({ tx, house, register }: Looking, row: StoredRow): Promise<RowShown['timers']> {
  if (!register.timers.length) return [];
  const [calendar, today] = [await officeCalendar(tx), officeDay(house.now())];
  const held = await listDues(tx, register.name, [row.id]);
  const dues = duesOf(register, row, calendar, await ownCounts(tx, register.name));
  return dues.map(({ timer, dueOn, isDone }) => ({
    name: timer.name,
    said: asSaid(timer.said),
    dueOn,
    clock: isDone ? '' : explainCount(calendar, today, dueOn),
    isLate: !isDone && dueOn < today,
    isDone,
    source: timer.source,
    mark: timer.mark,
    dutyId: held.find((one) => one.timer === timer.name && one.dueOn === dueOn)?.dutyId ?? null,
  }));
}

const actionsOf = ({ viewer, register }: Looking, row: StoredRow): RowShown['actions'] =>
  allowedTransitions(register, row.values, row.state, standsTo(viewer, row)).map(
    ({ transition, lacking, hindrance }) => ({
      name: transition.name,
      said: asSaid(transition.said),
      to: asSaid(register.workflow!.states[transition.to]!),
      lacking,
      hindrance: hindrance && asSaid(hindrance),
      withReason: transition.withReason ?? false,
    }),
  );
