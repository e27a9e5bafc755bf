import type { Wording } from '#app/ledger/index.ts';

/** Work inside an agency, told under the duty it belongs to; the province reads that line, so what the work is stays inside. */
export const taskWordings: Record<string, Wording> = {
  'duty.task-given': {
    vi: (p) => `chia một việc trong ${p.agency} cho ${p.toPerson ?? 'người đã rời'}`,
    en: (p) => `gave a piece of work in ${p.agency} to ${p.toPerson ?? 'someone who left'}`,
  },
  'duty.task-done': {
    vi: (p) => `báo xong một việc trong ${p.agency}`,
    en: (p) => `finished a piece of work in ${p.agency}`,
  },
  'duty.task-reopened': {
    vi: (p) => `mở lại một việc trong ${p.agency}`,
    en: (p) => `reopened a piece of work in ${p.agency}`,
  },
  'duty.task-cancelled': {
    vi: (p) => `hủy một việc trong ${p.agency}`,
    en: (p) => `cancelled a piece of work in ${p.agency}`,
  },
};
