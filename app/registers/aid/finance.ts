import type { Finance, GoodsLine, MoneyLine, Total } from './aid.contract.ts';

/** The finance tables of a window: lines, their sums by source and currency (never mixed), and how many stand below nothing. */
export function financeOf(money: MoneyLine[], goods: GoodsLine[]): Finance {
  const totals = [...Map.groupBy(money, ({ source, currency }) => `${source} ${currency}`).values()].map(
    sumOf,
  );
  const overdrawn = [...money, ...goods].filter(({ closing }) => closing < -0.005).length;
  const unconverted = money.reduce((sum, line) => sum + line.unconverted, 0);
  return { money, totals, goods, overdrawn, unconverted };
}

const sumOf = (lines: MoneyLine[]): Total => {
  const add = (of: keyof Pick<MoneyLine, 'opening' | 'received' | 'used' | 'returned' | 'closing'>) =>
    Math.round(lines.reduce((sum, line) => sum + line[of], 0) * 100) / 100;
  const { source, currency } = lines[0]!;
  return {
    source,
    currency,
    opening: add('opening'),
    received: add('received'),
    used: add('used'),
    returned: add('returned'),
    closing: add('closing'),
  };
};
