import type { Said } from './said.ts';

/**
 * Who may, as data: everybody of the province, people of the agency that keeps the row, or holders of a role. The
 * sentence is what a refused person is told.
 */
export type Who =
  | 'everyone'
  | 'own-agency'
  | 'own-head'
  | 'administrator'
  | 'focal-officer'
  | 'leader'
  | 'inspector';
export type Permission = { sentence: Said; who: readonly Who[] };

export type Act = 'read' | 'write' | 'remove' | 'import' | 'readSealed';
export type Permissions = Record<Act, Permission>;

/** As registers are usually kept: agencies write their own rows, the focal officer all, everybody reads. */
export const usualPermissions: Permissions = {
  read: {
    sentence: ['mọi người của tỉnh đều được xem', 'everybody of the province may read'],
    who: ['everyone'],
  },
  write: {
    sentence: [
      'cơ quan ghi dòng của mình, chuyên viên đầu mối ghi mọi dòng',
      'agencies write their own rows, the focal officer all',
    ],
    who: ['own-agency', 'focal-officer'],
  },
  remove: {
    sentence: [
      'thủ trưởng cơ quan xóa dòng của cơ quan mình, chuyên viên đầu mối xóa mọi dòng',
      'agency heads remove rows of their agency, the focal officer any',
    ],
    who: ['own-head', 'focal-officer'],
  },
  import: {
    sentence: [
      'cơ quan nhập sổ của mình, chuyên viên đầu mối nhập cho mọi cơ quan',
      'agencies import their own books, the focal officer those of all',
    ],
    who: ['own-agency', 'focal-officer'],
  },
  readSealed: {
    sentence: [
      'dữ liệu cá nhân chỉ mở cho cơ quan ghi dòng và chuyên viên đầu mối, kèm lý do',
      'personal data are open to the agency that keeps the row and the focal officer, with a reason',
    ],
    who: ['own-agency', 'focal-officer'],
  },
};

/** Rows for the agency that keeps them and those who oversee: to be given as `may: { read: ownRows }`. */
export const ownRows: Permission = {
  sentence: [
    'chỉ cơ quan ghi dòng và những người theo dõi chung được xem',
    'only the agency that keeps the row and those who oversee may read',
  ],
  who: ['own-agency', 'focal-officer', 'leader', 'inspector', 'administrator'],
};

export const focalOnly: Permission = {
  sentence: ['chỉ chuyên viên đầu mối làm việc này', 'only the focal officer may do this'],
  who: ['focal-officer'],
};

/** What leads decide: a leader or the focal officer. */
export const leadersDecide: Permission = {
  sentence: ['lãnh đạo hoặc chuyên viên đầu mối quyết định', 'a leader or the focal officer decides'],
  who: ['leader', 'focal-officer'],
};

/** How somebody stands to a row: their roles anywhere, and whether they work in or head the agency that keeps it. */
export const isAllowed = ({ who }: Permission, stands: readonly Who[]): boolean =>
  who.some((one) => one === 'everyone' || stands.includes(one));
