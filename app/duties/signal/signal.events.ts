import type { Wording } from '#app/ledger/index.ts';
import type { Signal } from './signal.ts';
import { signalWords } from './signal.words.ts';

export const signalWordings: Record<string, Wording> = {
  'duty.signal-set': {
    vi: (p) =>
      `đánh giá phần việc của ${p.agency}: ${signalWords.vi.levels[p.signal as Signal]}, “${p.sentence}”`,
    en: (p) =>
      `judged the part of ${p.agency}: ${signalWords.en.levels[p.signal as Signal]}, “${p.sentence}”`,
  },
};
