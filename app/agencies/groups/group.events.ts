import type { LedgerBook, Payload } from '#app/ledger/index.ts';

const day = (value: unknown): string => String(value).split('-').reverse().join('/');
const during = ({ validFrom, validTo }: Payload) => ({
  vi: `${validFrom ? ` từ ngày ${day(validFrom)}` : ''}${validTo ? ` đến hết ngày ${day(validTo)}` : ''}`,
  en: `${validFrom ? ` from ${day(validFrom)}` : ''}${validTo ? ` until ${day(validTo)}` : ''}`,
});
const fields: Record<string, { vi: string; en: string }> = {
  name: { vi: 'tên', en: 'name' },
  phrases: { vi: 'cách viết', en: 'wording' },
  kinds: { vi: 'loại cơ quan', en: 'kinds of agency' },
  hierarchy: { vi: 'hệ thống', en: 'hierarchy' },
  belowId: { vi: 'cơ quan cấp trên', en: 'agency above' },
  isRemoved: { vi: 'việc dùng nhóm', en: 'whether it is in use' },
};
const named = (changed: Payload | undefined, language: 'vi' | 'en'): string =>
  Object.keys(changed ?? {})
    .map((field) => fields[field]?.[language] ?? field)
    .join(', ');

/** What is told of a group of agencies; everybody of the province may read it. */
export const groupBook: LedgerBook = {
  subjectKind: 'agency-group',
  name: { vi: 'Nhóm cơ quan', en: 'Group of agencies' },
  mayRead: async () => true,
  pageOf: () => '/agencies/groups',
  wordings: {
    'agency-group.created': {
      vi: (p) => `lập nhóm “${p.name}”`,
      en: (p) => `made the group “${p.name}”`,
    },
    'agency-group.changed': {
      vi: (p) => `sửa ${named(p.changed, 'vi')} của nhóm “${p.name}”`,
      en: (p) => `changed the ${named(p.changed, 'en')} of the group “${p.name}”`,
    },
    'agency-group.exception-added': {
      vi: (p) =>
        `${p.kind === 'added' ? 'thêm' : 'để'} ${p.agency} ${p.kind === 'added' ? 'vào' : 'ra ngoài'} nhóm “${p.group}”${during(p).vi}: ${p.reason}`,
      en: (p) =>
        `${p.kind === 'added' ? 'added' : 'left'} ${p.agency} ${p.kind === 'added' ? 'to' : 'out of'} the group “${p.group}”${during(p).en}: ${p.reason}`,
    },
    'agency-group.exception-ended': {
      vi: (p) =>
        `chấm dứt ngoại lệ của ${p.agency} trong nhóm “${p.group}”${p.lastDay ? ` hết ngày ${day(p.lastDay)}` : ', chưa bắt đầu'}`,
      en: (p) =>
        `ended the exception of ${p.agency} in the group “${p.group}”${p.lastDay ? ` after ${day(p.lastDay)}` : ', before it began'}`,
    },
  },
};
