import type { Payload, Wording } from '#app/ledger/index.ts';

const showDay = (day: string) => day.split('-').reverse().join('/');
const days = (p: Payload): string =>
  Array.isArray(p.days) ? (p.days as string[]).map(showDay).join(', ') : '';

export const recurrenceWordings: Record<string, Wording> = {
  'duty.rhythm-set': {
    vi: (p) => `đặt kỳ thực hiện: “${p.words}”`,
    en: (p) => `set how often it comes back: “${p.words}”`,
  },
  'duty.times-made': {
    vi: (p) => `lập kỳ đến hạn ${days(p)} cho ${p.parts} cơ quan`,
    en: (p) => `made the times due ${days(p)} for ${p.parts} ${p.parts === 1 ? 'agency' : 'agencies'}`,
  },
};
