import type { Tx } from '#app/platform/database.ts';
import type { Asked } from './asked.ts';
import { type Clock, countOnTime } from './opinion.store.ts';

/** Opinions on dossiers of NGOs, on agreements and on aid projects. */
const clocks: readonly Clock[] = [
  ['foreign-ngo', 'opinion'],
  ['agreement', 'opinion'],
  ['agreement', 'opinion-short'],
  ['aid-opinion', 'due'],
];

/** Chỉ tiêu 27: opinions given by their day over all whose day came. A sum over sums, never a mean of percentages. */
export const opinionFigures = [
  {
    name: 'opinions.on-time',
    said: {
      vi: 'Ý kiến về hồ sơ PCPNN, thỏa thuận, dự án trả lời đúng hạn',
      en: 'Opinions on NGOs, agreements and projects given in time',
    },
    unit: '%',
    rule: 'ratio' as const,
    currency: null,
    compute: async (tx: Tx, asked: Asked) => {
      const found = await countOnTime(tx, clocks, asked);
      // Nobody was asked for an opinion: there is no share of nothing.
      return found.whole ? { ...found, counted: [] } : { amount: null, whole: null, counted: [] };
    },
  },
];
