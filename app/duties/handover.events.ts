import type { Payload, Wording } from '#app/ledger/index.ts';

const day = (p: Payload) =>
  String(p.on ?? '')
    .split('-')
    .reverse()
    .join('/');

/** A part that follows its agency into the one that comes after. */
export const handoverWordings: Record<string, Wording> = {
  'duty.reassigned-by-succession': {
    vi: (p) => `chuyển phần việc của ${p.agency} sang ${p.toAgency} từ ${day(p)}, căn cứ ${p.basis}`,
    en: (p) => `moved the part of ${p.agency} to ${p.toAgency} from ${day(p)}, under ${p.basis}`,
  },
  'duty.succession-undone': {
    vi: (p) => `trả phần việc từ ${p.toAgency} về ${p.agency} vì thay đổi tổ chức được hoàn tác`,
    en: (p) => `gave the part of ${p.toAgency} back to ${p.agency}: the reorganisation was undone`,
  },
};
