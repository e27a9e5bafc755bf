import { mayKeepRegister } from '#app/agencies/agency.policy.ts';
import type { DatedName } from '#app/agencies/dated-name.ts';
import type { AgencyFacts, DatedAgency } from '#app/agencies/dated-register.ts';
import type { ParentLink } from '#app/agencies/hierarchy.ts';
import { fieldNames, show } from '#app/agencies/tell-changed.ts';
import type { Changes, LedgerAct, LedgerBook, LedgerEvent, Undone } from '#app/ledger/index.ts';
import { type Change, changeAgency } from './keep-agency.ts';
import { deleteName, deleteParent, putName, putParent, updateFacts } from './record.store.ts';

/** How the history of an agency is compared and taken back: a change of a row is known by the row and the field. */
export const agencyHistoryBook: Pick<LedgerBook, 'changes' | 'fieldName' | 'showValue' | 'undo' | 'mayUndo'> =
  {
    changes: (chain) => chain.map(changesOf),
    fieldName: (field, chain) => {
      const [rowId, own = ''] = field.includes(':') ? field.split(':') : [null, field];
      const name = fieldNames[own] ?? { vi: own, en: own };
      const row = rowId ? chain.findLast(({ payload }) => payload.rowId === rowId)?.payload : undefined;
      if (!row) return name;
      return {
        vi: `${row.parent ? `trực thuộc ${row.parent}` : `tên gọi “${row.name}”`}: ${name.vi}`,
        en: `${row.parent ? `under ${row.parent}` : `name “${row.name}”`}: ${name.en}`,
      };
    },
    showValue: (field, value) => {
      if (value === null || value === undefined) return null;
      if (field.endsWith('parentId'))
        return { vi: 'một cơ quan trong danh mục', en: 'an agency of the register' };
      return { vi: show(value, 'vi'), en: show(value, 'en') };
    },
    mayUndo: async (_, viewer) => {
      const mayKeep = mayKeepRegister.allows(viewer);
      return ({ kind, payload }) => mayKeep && kind in undo && typeof payload.changed === 'object';
    },
    get undo() {
      return undo;
    },
  };

function changesOf({ payload }: Pick<LedgerEvent, 'payload'>): Changes {
  const changed = (payload.changed ?? {}) as Changes;
  if (typeof payload.rowId !== 'string') return changed;
  return Object.fromEntries(
    Object.entries(changed).map(([field, pair]) => [`${payload.rowId}:${field}`, pair]),
  );
}

type Back = (
  agency: DatedAgency,
  before: Record<string, unknown>,
  rowId: string,
  act: LedgerAct,
) => Omit<Change, 'kind' | 'payload' | 'changed'>;

const undo: NonNullable<LedgerBook['undo']> = {
  'agency.changed': undoing((agency, before, _, { tx }) => ({
    after: { ...agency, ...(before as Partial<AgencyFacts>) },
    write: () => updateFacts(tx, agency.id, before as Partial<AgencyFacts>),
  })),
  'agency.name-added': undoing((agency, _, rowId, { tx }) => ({
    after: { ...agency, names: agency.names.filter(({ id }) => id !== rowId) },
    write: () => deleteName(tx, rowId),
  })),
  'agency.name-changed': undoing(nameBack),
  'agency.name-removed': undoing(nameBack),
  'agency.parent-added': undoing((agency, _, rowId, { tx }) => ({
    after: { ...agency, parents: agency.parents.filter(({ id }) => id !== rowId) },
    write: () => deleteParent(tx, rowId),
  })),
  'agency.parent-changed': undoing(parentBack),
  'agency.parent-removed': undoing(parentBack),
};

function nameBack(...[agency, before, id, { tx }]: Parameters<Back>): ReturnType<Back> {
  const now = agency.names.find((one) => one.id === id);
  const name = { ...now, ...before, id } as DatedName;
  return {
    after: { ...agency, names: [...agency.names.filter((one) => one !== now), name] },
    write: () => putName(tx, agency.id, name),
  };
}

function parentBack(...[agency, before, id, { tx }]: Parameters<Back>): ReturnType<Back> {
  const now = agency.parents.find((one) => one.id === id);
  const link = { ...now, ...before, id, agencyId: agency.id } as ParentLink;
  return {
    after: { ...agency, parents: [...agency.parents.filter((one) => one !== now), link] },
    write: () => putParent(tx, link),
  };
}

/** Writes back what was before, if the register can still hold it. */
function undoing(back: Back) {
  return async (act: LedgerAct, line: LedgerEvent, changes: Changes): Promise<Undone> => {
    const changed = (line.payload.changed ?? {}) as Changes;
    const before = Object.fromEntries(Object.entries(changed).map(([field, [was]]) => [field, was]));
    const rowId = String(line.payload.rowId ?? '');
    await changeAgency(act, act.subjectId, (agency) => ({
      ...back(agency, before, rowId, act),
      kind: 'agency.undone',
      payload: { rowId },
      changed,
    }));
    return {
      changed: Object.fromEntries(Object.entries(changes).map(([field, [was, is]]) => [field, [is, was]])),
    };
  };
}
