import { findPerson, personBook } from '#app/accounts/index.ts';
import type { LedgerBook, Payload } from '#app/ledger/index.ts';
import type { Role } from '#app/platform/viewer.ts';
import { shellWords } from '#app/web/shell.words.ts';
import { maySeePerson } from './people.policy.ts';
import { listRoles } from './people.store.ts';

const someone = { vi: 'một người đã xóa thông tin', en: 'someone whose details were erased' };
const day = (value: unknown) =>
  String(value ?? '')
    .split('-')
    .reverse()
    .join('/');
const role = (p: Payload, language: 'vi' | 'en') =>
  (shellWords[language].roles as Record<string, string>)[p.role as Role] ?? p.role;
const fields: Record<string, string> = {
  name: 'họ tên',
  title: 'chức vụ',
  email: 'thư điện tử',
  phone: 'điện thoại',
  personalEmail: 'thư riêng',
};
const fieldsEn: Record<string, string> = {
  name: 'name',
  title: 'position',
  email: 'e-mail',
  phone: 'phone',
  personalEmail: 'personal e-mail',
};
const list = (value: unknown, names: Record<string, string>) =>
  (Array.isArray(value) ? value : []).map((one) => names[one] ?? one).join(', ');

/** What is told of people; each reads their own lines, and so do those who see their page. */
export const peopleBook: LedgerBook = {
  ...personBook,
  pageOf: (id) => `/people/${id}`,
  titleOf: async (tx, id) => (await findPerson(tx, id))?.name ?? null,
  mayRead: async (tx, viewer, id) =>
    maySeePerson.allows(viewer, { personId: id, roles: await listRoles(tx, id) }),
  wordings: {
    ...personBook.wordings,
    'person.created': {
      vi: (p) => `thêm người dùng ${p.person ?? p.name ?? someone.vi}${p.imported ? ' từ một bảng' : ''}`,
      en: (p) => `added the person ${p.person ?? p.name ?? someone.en}${p.imported ? ' from a table' : ''}`,
    },
    'person.corrected': {
      vi: (p) => `sửa ${list(p.fields, fields)} của ${p.person ?? someone.vi}`,
      en: (p) => `corrected ${list(p.fields, fieldsEn)} of ${p.person ?? someone.en}`,
    },
    'person.role-granted': {
      vi: (p) =>
        `cấp cho ${p.person ?? someone.vi} vai trò ${role(p, 'vi')} ở ${p.agency} từ ${day(p.from)}${p.to ? ` đến ${day(p.to)}` : ''}`,
      en: (p) =>
        `granted ${p.person ?? someone.en} the role ${role(p, 'en')} in ${p.agency} from ${day(p.from)}${p.to ? ` to ${day(p.to)}` : ''}`,
    },
    'person.role-ended': {
      vi: (p) =>
        `kết thúc vai trò ${role(p, 'vi')} của ${p.person ?? someone.vi} ở ${p.agency} sau ngày ${day(p.lastDay)}`,
      en: (p) =>
        `ended the role ${role(p, 'en')} of ${p.person ?? someone.en} in ${p.agency} after ${day(p.lastDay)}`,
    },
    'person.role-resumed': {
      vi: (p) => `để ${p.person ?? someone.vi} giữ tiếp vai trò ${role(p, 'vi')} ở ${p.agency}`,
      en: (p) => `let ${p.person ?? someone.en} keep the role ${role(p, 'en')} in ${p.agency}`,
    },
    'person.work-ended': {
      vi: (p) => `ghi ${p.person ?? someone.vi} thôi việc sau ngày ${day(p.lastDay)}`,
      en: (p) => `recorded that ${p.person ?? someone.en} leaves after ${day(p.lastDay)}`,
    },
    'person.work-resumed': {
      vi: (p) => `ghi ${p.person ?? someone.vi} làm việc trở lại`,
      en: (p) => `recorded that ${p.person ?? someone.en} works again`,
    },
    'person.absence-set': {
      vi: (p) =>
        `ghi ${p.person ?? someone.vi} vắng từ ${day(p.from)} đến ${day(p.to)}, ${p.substitutePerson ?? someone.vi} thay ở ${p.agency}`,
      en: (p) =>
        `recorded that ${p.person ?? someone.en} is away from ${day(p.from)} to ${day(p.to)}; ${p.substitutePerson ?? someone.en} stands in at ${p.agency}`,
    },
    'person.made-substitute': {
      vi: (p) =>
        `nhờ ${p.person ?? someone.vi} thay ${p.awayPerson ?? someone.vi} ở ${p.agency} từ ${day(p.from)} đến ${day(p.to)}`,
      en: (p) =>
        `asked ${p.person ?? someone.en} to stand in for ${p.awayPerson ?? someone.en} at ${p.agency} from ${day(p.from)} to ${day(p.to)}`,
    },
    'person.absence-ended': {
      vi: (p) =>
        `kết thúc việc ${p.substitutePerson ?? someone.vi} thay ${p.person ?? someone.vi} ở ${p.agency}`,
      en: (p) =>
        `ended that ${p.substitutePerson ?? someone.en} stands in for ${p.person ?? someone.en} at ${p.agency}`,
    },
    'person.substitution-ended': {
      vi: (p) => `kết thúc việc ${p.person ?? someone.vi} thay ${p.awayPerson ?? someone.vi} ở ${p.agency}`,
      en: (p) =>
        `ended that ${p.person ?? someone.en} stands in for ${p.awayPerson ?? someone.en} at ${p.agency}`,
    },
    'personal-data.read': {
      vi: (p) => `xem liên hệ riêng của ${p.person ?? someone.vi}: “${p.reason}”`,
      en: (p) => `read the private contact of ${p.person ?? someone.en}: “${p.reason}”`,
    },
    'personal-data.changed': {
      vi: (p) => `ghi ${list(p.fields, fields)} của ${p.person ?? someone.vi}`,
      en: (p) => `recorded ${list(p.fields, fieldsEn)} of ${p.person ?? someone.en}`,
    },
    'personal-data.exported': {
      vi: () => 'tải về mọi dữ liệu được lưu về mình',
      en: () => 'took a copy of everything kept of them',
    },
    'personal-data.asked': {
      vi: () => 'gửi yêu cầu về dữ liệu cá nhân của mình',
      en: () => 'made a request about their personal data',
    },
    'personal-data.acknowledged': {
      vi: (p) => `xác nhận đã nhận yêu cầu về dữ liệu cá nhân của ${p.person ?? someone.vi}`,
      en: (p) => `acknowledged the personal-data request of ${p.person ?? someone.en}`,
    },
    'personal-data.decided': {
      vi: (p) =>
        `${p.decision === 'granted' ? 'chấp nhận' : 'từ chối'} yêu cầu về dữ liệu cá nhân của ${p.person ?? someone.vi}${p.reason ? `: “${p.reason}”` : ''}`,
      en: (p) =>
        `${p.decision === 'granted' ? 'granted' : 'refused'} the personal-data request of ${p.person ?? someone.en}${p.reason ? `: “${p.reason}”` : ''}`,
    },
    'personal-data.withdrawn': {
      vi: () => 'rút lại yêu cầu về dữ liệu cá nhân của mình',
      en: () => 'took back their personal-data request',
    },
    'personal-data.erased': {
      vi: () => 'xóa thông tin cá nhân của người này; mã số trong nhật ký ở lại',
      en: () => 'erased the personal details; the id stays in the ledger',
    },
  },
};
