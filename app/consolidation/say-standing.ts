import type { Answer } from '#app/platform/contract.ts';
import type { listConsolidations } from './consolidation.contract.ts';
import type { consolidationWords } from './consolidation.words.ts';

type Row = Answer<typeof listConsolidations>['consolidations'][number];

/** 'Bản sửa 1 của 45/BC-LHHN, dự thảo'; 'Đã ban hành 45/BC-LHHN, đang có bản sửa 1'. */
export const sayStanding = (
  t: typeof consolidationWords.vi | typeof consolidationWords.en,
  one: Pick<Row, 'state' | 'symbol' | 'version' | 'corrects' | 'replacedBy'>,
): string =>
  [
    one.corrects ? t.version(one.version - 1, one.corrects) : '',
    one.state === 'issued' ? `${t.issued} ${one.symbol}` : t.draft,
    one.replacedBy ? t.replaced(one.replacedBy.version - 1, one.replacedBy.isIssued) : '',
  ]
    .filter(Boolean)
    .join(', ');
