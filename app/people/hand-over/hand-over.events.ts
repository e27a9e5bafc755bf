import type { LedgerBook } from '#app/ledger/index.ts';
import { hasRole } from '#app/platform/viewer.ts';
import { mayReadHandOver } from './hand-over.policy.ts';
import { getHandOver, listItems } from './hand-over.store.ts';

const gone = { vi: 'một người đã xóa thông tin', en: 'someone whose details were erased' };
const day = (value: unknown) =>
  String(value ?? '')
    .split('-')
    .reverse()
    .join('/');

export const handOverBook: LedgerBook = {
  subjectKind: 'hand-over',
  name: { vi: 'Bàn giao', en: 'Hand-over' },
  pageOf: (id) => `/hand-overs/${id}`,
  mayRead: async (tx, viewer, id) => {
    if (hasRole(viewer, 'inspector', 'administrator')) return true;
    const successors = (await listItems(tx, id)).flatMap(({ successorId }) => successorId ?? []);
    return mayReadHandOver.allows(viewer, { ...(await getHandOver(tx, id)), successors });
  },
  wordings: {
    'hand-over.prepared': {
      vi: (p) => `lập bàn giao ${p.count} mục của ${p.fromPerson ?? gone.vi}, ngày cuối ${day(p.lastDay)}`,
      en: (p) =>
        `prepared the hand-over of ${p.count} items of ${p.fromPerson ?? gone.en}, last day ${day(p.lastDay)}`,
    },
    'hand-over.received': {
      vi: (p) => `xác nhận đã nhận ${p.count} mục`,
      en: (p) => `received ${p.count} items`,
    },
    'hand-over.took-effect': {
      vi: (p) => `là người nhận cuối cùng: bàn giao của ${p.fromPerson ?? gone.vi} có hiệu lực`,
      en: (p) => `was the last to receive: the hand-over of ${p.fromPerson ?? gone.en} took effect`,
    },
    'hand-over.cancelled': { vi: () => 'bỏ bàn giao này', en: () => 'cancelled this hand-over' },
  },
};
