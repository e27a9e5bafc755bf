import { exportPaths } from './export.contract.ts';

type Shown = { lines: Record<string, unknown>; columns: readonly string[] };

/** The file of exactly what a list shows: its conditions, order, groups and columns. */
export function exportAddress(format: keyof typeof exportPaths, shown: Shown, language: string): string {
  const asked = Object.entries({ ...shown.lines, columns: shown.columns.join(','), language })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => [key, String(value)]);
  return `${exportPaths[format]}?${new URLSearchParams(asked)}`;
}
