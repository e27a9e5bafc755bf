import type { Wording } from '#app/ledger/index.ts';

const showDay = (day: string) => day.split('-').reverse().join('/');

export const milestoneWordings: Record<string, Wording> = {
  'duty.milestone-added': {
    vi: (p) => `thêm mốc “${p.name}” ngày ${showDay(p.day)} cho ${p.agency}`,
    en: (p) => `added the milestone “${p.name}” of ${showDay(p.day)} for ${p.agency}`,
  },
  'duty.milestone-reached': {
    vi: (p) => `${p.agency} đạt mốc “${p.name}”`,
    en: (p) => `${p.agency} reached the milestone “${p.name}”`,
  },
  'duty.milestone-reopened': {
    vi: (p) => `bỏ đánh dấu mốc “${p.name}” của ${p.agency}`,
    en: (p) => `unticked the milestone “${p.name}” of ${p.agency}`,
  },
  'duty.milestone-removed': {
    vi: (p) => `bỏ mốc “${p.name}” của ${p.agency}`,
    en: (p) => `removed the milestone “${p.name}” of ${p.agency}`,
  },
};
