import type { ListDefinition, ListLevel } from './list.ts';
import { formatNumber } from './number-formats.ts';

/** Counts the paragraphs of all lists in document order and makes their labels as Word prints them. */
export interface ListCounters {
  /** Label of the next paragraph of list `numId` on `level` (0–8); '' when the list does not exist. */
  next: (numId: number, level: number) => string;
}

export function createListCounters(lists: Map<number, ListDefinition>): ListCounters {
  const countersOf = new Map<string, Map<number, number>>();
  const overridden = new Set<string>();
  const next = (numId: number, level: number): string => {
    const list = lists.get(numId);
    const definition = list?.levels.get(level);
    if (!list || !definition) return '';
    const counters = countersOf.get(list.counters) ?? new Map<number, number>();
    countersOf.set(list.counters, counters);
    const override = list.startOverrides.get(level);
    const isFirst = override !== undefined && !overridden.has(`${numId} ${level}`);
    overridden.add(`${numId} ${level}`);
    const start = override ?? definition.start;
    const before = counters.get(level);
    counters.set(level, isFirst || before === undefined ? start : before + 1);
    restartDeeper(list, counters, level);
    return makeLabel(list, definition, level, counters);
  };
  return { next };
}

/** 17.9.10 lvlRestart: by default a level starts again after any higher level; 0 means never. */
function restartDeeper(list: ListDefinition, counters: Map<number, number>, level: number): void {
  for (const deeper of counters.keys()) {
    if (deeper <= level) continue;
    const restartAfter = list.levels.get(deeper)?.restartAfter ?? null;
    if (restartAfter === null || level < restartAfter) counters.delete(deeper);
  }
}

function makeLabel(
  list: ListDefinition,
  definition: ListLevel,
  level: number,
  counters: Map<number, number>,
): string {
  if (definition.format === 'bullet') return bulletOf(definition.label, level);
  return definition.label
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = list.levels.get(at);
      const format = definition.allDecimal ? 'decimal' : (shown?.format ?? 'decimal');
      return formatNumber(format, counters.get(at) ?? shown?.start ?? 1);
    })
    .trim();
}

/** Dashes and pluses are read as outline marks, so they stay; glyphs of symbol fonts become one or the other. */
function bulletOf(glyph: string, level: number): string {
  const mark = glyph.trim();
  if (mark === '') return '';
  if (/^[-‐-―−\uf02d]$/.test(mark)) return '-';
  if (mark === '+' || mark === '*') return mark;
  return level % 2 === 0 ? '-' : '+';
}
