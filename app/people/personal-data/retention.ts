export type Retention = { years?: number; days?: number; forever?: boolean };

/** Rows older than this day are past their retention; null: they are kept for good, or their end is no date. */
export function keptSince(retention: Retention, today: string): string | null {
  if (retention.forever) return null;
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  if (retention.years !== undefined)
    return new Date(Date.UTC(year - retention.years, month - 1, day)).toISOString().slice(0, 10);
  return new Date(Date.UTC(year, month - 1, day - (retention.days ?? 0))).toISOString().slice(0, 10);
}
