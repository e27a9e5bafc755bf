import type { Indicator } from '#app/reports/indicator.contract.ts';
import { sayCount, sayPercent, sayTotal } from '../totals/say-total.ts';
import { percentOf, type Total } from '../totals/total.ts';

/** Totals of the frozen period before, and its name. */
export type Before = { name: string; totals: ReadonlyMap<string, Total> };

/** How a figure moved: by how much, and by how many per cent of what it was. Null: not to be compared. */
export type Moved = { by: number; share: number | null };

/** What a total is compared by: a ratio by its per cent, all else by its amount. */
const comparedBy = (indicator: Indicator, total: Total | undefined): number | null =>
  total === undefined ? null : indicator.rule === 'ratio' ? percentOf(total) : total.amount;

export function movedSince(indicator: Indicator, now: Total, before: Total | undefined): Moved | null {
  const [is, was] = [comparedBy(indicator, now), comparedBy(indicator, before)];
  if (is === null || was === null) return null;
  const by = Math.round((is - was) * 1e6) / 1e6;
  return { by, share: was === 0 || indicator.rule === 'ratio' ? null : (by / Math.abs(was)) * 100 };
}

/**
 * One sentence on a figure and how it moved: 'Đoàn vào: 23 đoàn, tăng 05 đoàn (27,8%) so với 6 tháng cuối năm 2025.'
 * Null when nobody reported it now or then. Without a period before it says the figure alone.
 */
export function sentenceOf(indicator: Indicator, now: Total, before: Before | null): string | null {
  const said = sayTotal(indicator, now);
  const then = before?.totals.get(indicator.key);
  const wasSaid = then ? sayTotal(indicator, then) : null;
  if (said === null)
    return wasSaid === null
      ? null
      : `${indicator.name}: kỳ này chưa có số liệu; ${inText(before!.name)} là ${wasSaid}.`;
  if (!before) return `${indicator.name}: ${said}.`;
  if (wasSaid === null) return `${indicator.name}: ${said}; kỳ trước chưa có số liệu để so sánh.`;
  const moved = movedSince(indicator, now, then);
  if (!moved) return `${indicator.name}: ${said}; ${inText(before.name)} là ${wasSaid}.`;
  return `${indicator.name}: ${said}, ${moveInWords(indicator, moved)} so với ${inText(before.name)}.`;
}

function moveInWords(indicator: Indicator, { by, share }: Moved): string {
  if (by === 0) return 'không thay đổi';
  const way = by > 0 ? 'tăng' : 'giảm';
  const unit = indicator.rule === 'ratio' ? 'điểm phần trăm' : indicator.unit;
  const much =
    indicator.rule === 'ratio' ? sayPercent(Math.abs(by)).replace('%', '') : sayCount(Math.abs(by));
  return `${way} ${much} ${unit}${share === null ? '' : ` (${sayPercent(Math.abs(share))})`}`;
}

/** 'Năm 2025' in the middle of a sentence is 'năm 2025'. */
const inText = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
