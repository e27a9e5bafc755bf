import type { Answer } from '#app/platform/contract.ts';
import { useWords } from '#app/web/language.tsx';
import { sayNumber } from '../findings/say.ts';
import { sayPercent } from './say-total.ts';
import type { getTotals } from './totals.contract.ts';
import { totalsWords } from './totals.words.ts';

type Row = Answer<typeof getTotals>['indicators'][number];

/** How a figure moved since the period before, in words. */
export function Moved({
  moved,
  indicator,
}: {
  moved: Row['total']['moved'];
  indicator: Pick<Row['indicator'], 'rule' | 'unit'>;
}) {
  const t = useWords(totalsWords);
  if (!moved) return <span className="cell-empty">–</span>;
  const { by, share } = moved;
  if (by === 0) return t.same;
  const unit = indicator.rule === 'ratio' ? t.points : indicator.unit;
  const said = `${sayNumber(Math.abs(by))} ${unit}`;
  const much = share === null ? '' : ` (${sayPercent(Math.abs(share))})`;
  return by > 0 ? t.up(said, much) : t.down(said, much);
}
