import type { Indicator } from '#app/reports/indicator.contract.ts';
import { type Before, movedSince } from '../since/since-last.ts';
import { sayTotal } from './say-total.ts';
import type { Total } from './total.ts';

/** A total as pages show it: in words, and how it moved since the period before. */
export function presentTotal(indicator: Indicator, total: Total | undefined, before: Before | null) {
  const {
    amount = null,
    whole = null,
    money = [],
    unconverted = [],
    agencies = 0,
    folded = 0,
    leftOut = 0,
  } = total ?? {};
  const moved = total && before ? movedSince(indicator, total, before.totals.get(indicator.key)) : null;
  const said = total ? sayTotal(indicator, total) : null;
  return { amount, whole, money, unconverted, agencies, folded, leftOut, said, moved };
}
