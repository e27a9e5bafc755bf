import type { LedgerBook, RemovedThing, Said } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import type { Register } from '#libraries/register/index.ts';
import { publisherBook } from './aid/publisher.routes.ts';
import { registers } from './declared/all.ts';
import { listSetAside } from './list-rows.store.ts';
import { setAside } from './move-row.ts';
import { policyOf, reachOf } from './register.policy.ts';
import { findTitle, getRow, listIdsOfAgency } from './row.store.ts';
import { SEALED, valueKept } from './row-events.ts';
import { editRow } from './save-row.ts';
import { pageOfRow } from './tell-duties.ts';
import { undoMove } from './undo-move.ts';

function bookOf(register: Register): LedgerBook {
  const { name, one } = register;
  const readable = async (tx: Tx, viewer: Viewer, id: string) =>
    policyOf(register.may.read).allows(viewer, await getRow(tx, register, id));
  return {
    subjectKind: name,
    name: asSaid(register.said),
    mayRead: (tx, viewer, id) => readable(tx, viewer, id),
    pageOf: (id) => pageOfRow(name, id),
    titleOf: (tx, id) => findTitle(tx, register, id),
    ofAgency: (tx, agencyId) => listIdsOfAgency(tx, register, agencyId),
    wordings: wordingsOf(register),
    fieldName: (field) => fieldSaid(register, field),
    showValue: (field, value) => showKept(register, field, value),
    mayUndo: async (tx, viewer, id) => {
      const row = await getRow(tx, register, id);
      const may = policyOf(register.may.write).allows(viewer, row) && !row.removedAt && !row.mergedInto;
      return ({ kind, payload }) =>
        may &&
        [`${name}.changed`, `${name}.moved`].includes(kind) &&
        !hasSealed(register, payload.changed as object | undefined);
    },
    undo: {
      [`${name}.changed`]: async ({ tx, house, viewer, subjectId }, _line, changes) => {
        const { revision } = await getRow(tx, register, subjectId, { forUpdate: true });
        const values = Object.fromEntries(
          Object.entries(changes).map(([field, [old]]) => [field, valueKept(old)]),
        );
        await editRow({ tx, house, viewer, register, isSilent: true }, subjectId, { revision, values });
        return {
          changed: Object.fromEntries(
            Object.entries(changes).map(([field, [old, now]]) => [field, [now, old]]),
          ),
        };
      },
      [`${name}.moved`]: (act, line) => undoMove(register, act, line),
    },
    removed: {
      list: async (tx, viewer) => {
        const kind = { vi: capital(one[0]), en: capital(one[1]) };
        const rows = await listSetAside(tx, register, reachOf(register.may.remove, viewer));
        return rows.map(
          (row): RemovedThing => ({
            ...row,
            thing: row.subjectId,
            kind,
            from: register.said[0],
            reason: null,
          }),
        );
      },
      restore: async ({ tx, house, viewer }, thing) => {
        await setAside({ tx, house, viewer, register }, thing, false);
      },
    },
  };
}

function wordingsOf({ name, one, workflow }: Register): LedgerBook['wordings'] {
  const step = (transition: string, at: 0 | 1) =>
    workflow?.transitions.find((other) => other.name === transition)?.said[at] ?? transition;
  return {
    [`${name}.created`]: {
      vi: (p) => `thêm ${one[0]} “${p.title}”${p.by === 'excel' ? ' từ Excel' : ''}`,
      en: (p) => `added the ${one[1]} “${p.title}”${p.by === 'excel' ? ' from Excel' : ''}`,
    },
    [`${name}.changed`]: {
      vi: (p) => `sửa ${fieldsSaid(p.changed, 0)}`,
      en: (p) => `changed ${fieldsSaid(p.changed, 1)}`,
    },
    [`${name}.moved`]: {
      vi: (p) => `${step(p.transition, 0).toLowerCase()}${p.reason ? `: ${p.reason}` : ''}`,
      en: (p) => `${step(p.transition, 1).toLowerCase()}${p.reason ? `: ${p.reason}` : ''}`,
    },
    [`${name}.removed`]: {
      vi: (p) => `xóa ${one[0]} “${p.title}”`,
      en: (p) => `removed the ${one[1]} “${p.title}”`,
    },
    [`${name}.restored`]: {
      vi: (p) => `khôi phục ${one[0]} “${p.title}”`,
      en: (p) => `restored the ${one[1]} “${p.title}”`,
    },
    [`${name}.sealed-read`]: {
      vi: (p) => `xem dữ liệu cá nhân, lý do: ${p.reason}`,
      en: (p) => `read personal data, because: ${p.reason}`,
    },
    [`${name}.handed-over`]: {
      vi: (p) => `chuyển ${one[0]} từ ${p.agency} sang ${p.toAgency} từ ${dayOf(p)}, căn cứ ${p.basis}`,
      en: (p) => `moved the ${one[1]} from ${p.agency} to ${p.toAgency} from ${dayOf(p)}, under ${p.basis}`,
    },
    [`${name}.taken-back`]: {
      vi: (p) => `trả ${one[0]} từ ${p.agency} về ${p.toAgency}: hoàn tác thay đổi tổ chức`,
      en: (p) => `gave the ${one[1]} back from ${p.agency} to ${p.toAgency}: the reorganisation was undone`,
    },
    [`${name}.merged`]: {
      vi: (p) => `gộp vào “${p.intoTitle}”`,
      en: (p) => `merged it into “${p.intoTitle}”`,
    },
    [`${name}.took-in`]: {
      vi: (p) => `nhận dòng “${p.fromTitle}” gộp vào`,
      en: (p) => `took in “${p.fromTitle}”`,
    },
    [`${name}.parted`]: {
      vi: () => 'tách ra khỏi dòng đã gộp',
      en: () => 'parted it from the row it was merged into',
    },
  };

  function fieldsSaid(changed: object | undefined, at: 0 | 1): string {
    const register = registers.find((other) => other.name === name)!;
    const names = Object.keys(changed ?? {}).map(
      (field) => register.fields[field]?.said[at].toLowerCase() ?? field,
    );
    return names.slice(0, 6).join(', ') || (at === 0 ? 'cơ quan ghi' : 'the agency');
  }
}

const dayOf = (p: { on?: unknown }) =>
  String(p.on ?? '')
    .split('-')
    .reverse()
    .join('/');
const asSaid = ([vi, en]: readonly [string, string]): Said => ({ vi, en });
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const fieldSaid = (register: Register, field: string): Said =>
  field === 'state'
    ? { vi: 'Trạng thái', en: 'State' }
    : asSaid(register.fields[field]?.said ?? [field, field]);

const hasSealed = (register: Register, changed: object | undefined): boolean =>
  Object.keys(changed ?? {}).some((field) => register.fields[field]?.isSealed);

function showKept(register: Register, field: string, kept: unknown): Said | null {
  if (kept === null || kept === undefined) return null;
  if (field === 'state')
    return asSaid(register.workflow?.states[String(kept)] ?? [String(kept), String(kept)]);
  const declared = register.fields[field];
  if (!declared || kept === SEALED) return null;
  if (declared.refersTo) {
    const said = String((kept as { said?: string }).said ?? '…');
    return { vi: said, en: said };
  }
  return { vi: declared.show(kept, () => '…', 'vi'), en: declared.show(kept, () => '…', 'en') };
}

/** What each register tells in the ledger: one book a register, all written alike. */
export const registerBooks: LedgerBook[] = [
  ...registers.map(bookOf),
  publisherBook,
  {
    subjectKind: 'register-setting',
    name: { vi: 'Thời hạn của sổ theo dõi', en: 'Counts of registers' },
    mayRead: async () => true,
    pageOf: () => '/registers',
    titleOf: async () => 'Thời hạn và ngưỡng của các sổ theo dõi',
    wordings: {
      'register-setting.changed': {
        vi: (p) =>
          `đặt thời hạn, ngưỡng của sổ ${p.register}${p.source ? `, căn cứ ${p.source}` : ' về mặc định'}`,
        en: (p) => `set a count of ${p.register}${p.source ? `, by ${p.source}` : ' back to the preset'}`,
      },
    },
  },
];
