import type { Payload, Wording } from '#app/ledger/index.ts';

const day = (p: Payload) =>
  String(p.on ?? '')
    .split('-')
    .reverse()
    .join('/');

/** People follow their agency into the one that comes after. */
export const membershipMoveWordings: Record<string, Wording> = {
  'person.left-by-succession': {
    vi: (p) => `kết thúc vai trò ở ${p.agency} từ ${day(p)} vì thay đổi tổ chức, căn cứ ${p.basis}`,
    en: (p) => `ended the role in ${p.agency} on ${day(p)} by a reorganisation, under ${p.basis}`,
  },
  'person.moved-by-succession': {
    vi: (p) => `chuyển vai trò sang ${p.agency} từ ${day(p)} vì thay đổi tổ chức, căn cứ ${p.basis}`,
    en: (p) => `moved the role to ${p.agency} from ${day(p)} by a reorganisation, under ${p.basis}`,
  },
  'person.succession-undone': {
    vi: (p) => `trả vai trò ở ${p.agency} về như trước vì thay đổi tổ chức được hoàn tác`,
    en: (p) => `put the role in ${p.agency} back as it was: the reorganisation was undone`,
  },
};
