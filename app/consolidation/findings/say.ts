import type { Count, Money } from './amounts.ts';

const plain = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

/** Money as officials write it: '27,5 tỷ đồng', '2,5 triệu USD'; handbook §12.3. */
export function sayMoney({ amount, currency }: Pick<Money, 'amount' | 'currency'>): string {
  const name = currency === 'VND' ? 'đồng' : currency;
  const scale = [
    [1e9, 'tỷ'],
    [1e6, 'triệu'],
  ].find(([least]) => Math.abs(amount) >= (least as number)) as [number, string] | undefined;
  if (!scale) return `${plain.format(amount)} ${name}`;
  return `${plain.format(amount / scale[0])} ${scale[1]} ${name}`;
}

export const sayCount = ({ amount, unit }: Pick<Count, 'amount' | 'unit'>): string =>
  `${plain.format(amount)} ${unit}`;

export const sayNumber = (amount: number): string => plain.format(amount);
