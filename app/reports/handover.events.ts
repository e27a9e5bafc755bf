import type { Wording } from '#app/ledger/index.ts';

/** A report that is still owed follows its agency into the one that comes after. */
export const handoverWordings: Record<string, Wording> = {
  'agency-report.handed-over': {
    vi: (p) =>
      p.joinedInto
        ? `nhập báo cáo chưa gửi của ${p.agency} vào báo cáo của cơ quan kế thừa, căn cứ ${p.basis}`
        : `chuyển báo cáo chưa gửi của ${p.agency} sang ${p.toAgency}, căn cứ ${p.basis}`,
    en: (p) =>
      p.joinedInto
        ? `joined the unfiled report of ${p.agency} into its successor’s, under ${p.basis}`
        : `moved the unfiled report of ${p.agency} to ${p.toAgency}, under ${p.basis}`,
  },
  'agency-report.succession-undone': {
    vi: (p) => `trả báo cáo về ${p.agency} vì thay đổi tổ chức được hoàn tác`,
    en: (p) => `gave the report back to ${p.agency}: the reorganisation was undone`,
  },
};
