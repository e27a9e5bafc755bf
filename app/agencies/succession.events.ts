import type { Payload, Wording } from '#app/ledger/index.ts';

const day = (p: Payload) =>
  String(p.on ?? '')
    .split('-')
    .reverse()
    .join('/');
const list = (names: unknown) => (Array.isArray(names) ? names.join(', ') : '');

/** What the ledger of an agency says of a merger, a split, a new name … of its own, and of their undoing. */
export const successionWordings: Record<string, Wording> = {
  'agency.merged': {
    vi: (p) => `ghi ${p.name} sáp nhập vào ${list(p.to)} từ ${day(p)}, căn cứ ${p.basis}`,
    en: (p) => `recorded that ${p.name} was merged into ${list(p.to)} on ${day(p)}, under ${p.basis}`,
  },
  'agency.split': {
    vi: (p) => `ghi ${p.name} chia tách thành ${list(p.to)} từ ${day(p)}, căn cứ ${p.basis}`,
    en: (p) => `recorded that ${p.name} was split into ${list(p.to)} on ${day(p)}, under ${p.basis}`,
  },
  'agency.renamed': {
    vi: (p) => `ghi ${p.name} đổi tên thành ${list(p.to)} từ ${day(p)}, căn cứ ${p.basis}`,
    en: (p) => `recorded that ${p.name} is called ${list(p.to)} from ${day(p)}, under ${p.basis}`,
  },
  'agency.dissolved': {
    vi: (p) => `ghi ${p.name} kết thúc từ ${day(p)}, căn cứ ${p.basis}`,
    en: (p) => `recorded that ${p.name} ended on ${day(p)}, under ${p.basis}`,
  },
  'agency.field-transferred': {
    vi: (p) => `ghi ${p.name} chuyển lĩnh vực cho ${list(p.to)} từ ${day(p)}, căn cứ ${p.basis}`,
    en: (p) => `recorded that ${p.name} handed a field to ${list(p.to)} on ${day(p)}, under ${p.basis}`,
  },
  'agency.succeeded': {
    vi: (p) =>
      `ghi kế thừa ${list(p.from)}${p.field ? ` về ${p.field}` : ''} từ ${day(p)}, căn cứ ${p.basis}`,
    en: (p) =>
      `recorded that it comes after ${list(p.from)}${p.field ? ` in ${p.field}` : ''} from ${day(p)}, under ${p.basis}`,
  },
  'agency.succession-undone': {
    vi: (p) => `hoàn tác thay đổi tổ chức của ${p.name}: “${p.reason}”`,
    en: (p) => `undid the reorganisation of ${p.name}: “${p.reason}”`,
  },
};
