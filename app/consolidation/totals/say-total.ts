import { dongInUnit } from '#app/reports/dong-in-unit.ts';
import type { Indicator, IndicatorValue } from '#app/reports/indicator.contract.ts';
import { sayMoney, sayNumber } from '../findings/say.ts';
import { percentOf, type Total } from './total.ts';

const plain = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** A count as documents print it: 05, 12, 1.060. */
export const sayCount = (value: number): string =>
  Number.isInteger(value) && value >= 0 && value < 10 ? `0${value}` : plain.format(value);

export const sayPercent = (value: number): string => `${percent.format(value)}%`;

/** A total as a report says it: '23 đoàn', '27,5 tỷ đồng', '87,7% (50/57)'; null when there is nothing to say. */
export function sayTotal(indicator: Indicator, total: Total): string | null {
  if (indicator.rule === 'ratio') {
    const share = percentOf(total);
    return share === null
      ? null
      : `${sayPercent(share)} (${plain.format(total.amount!)}/${plain.format(total.whole!)})`;
  }
  if (indicator.isMoney) return sayMoneyTotal(indicator, total);
  return total.amount === null ? null : `${sayCount(total.amount)} ${indicator.unit}`;
}

/** Currencies apart, then all in dong where every rate is known: '2 tỷ đồng và 1,06 triệu USD (quy đổi 29,5 tỷ đồng)'. */
function sayMoneyTotal(indicator: Indicator, { money, amount }: Total): string | null {
  const parts = money.filter((one) => one.amount !== 0);
  if (!parts.length) return money.length ? `0 ${indicator.unit}` : null;
  const said = parts.map(sayMoney).join(' và ');
  const isDongAlone = parts.length === 1 && parts[0]!.currency === 'VND';
  if (isDongAlone || amount === null) return said;
  return `${said} (quy đổi ${plain.format(amount)} ${indicator.unit})`;
}

/** A figure as an agency gave it, in words; `named`: how many things it names. */
export function sayValue(
  indicator: Pick<Indicator, 'rule' | 'isMoney' | 'unit'>,
  said: Pick<IndicatorValue, 'amount' | 'whole' | 'currency'> & { named: number },
): string {
  if (indicator.rule === 'ratio') return `${sayNumber(said.amount ?? 0)}/${sayNumber(said.whole ?? 0)}`;
  const amount = said.amount ?? said.named;
  if (!indicator.isMoney) return `${sayNumber(amount)} ${indicator.unit}`;
  const currency = said.currency ?? 'VND';
  return sayMoney({ amount: currency === 'VND' ? amount * dongInUnit(indicator.unit) : amount, currency });
}
