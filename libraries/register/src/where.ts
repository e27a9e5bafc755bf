/** How much must stand in a number or in money; money of another currency than `currency` never fulfils it. */
export type Amounting = { readonly atLeast?: number; readonly atMost?: number; readonly currency?: string };

/**
 * Conditions on a row: by field (or 'state'), one of some values, or merely that something or nothing stands there;
 * of a day `{ by: 'dueOn' }`: that it came no later than another day of the row; of a number or money how much it is.
 */
export type Where<K extends string = string> = {
  readonly [field in K | 'state']?:
    | readonly (string | boolean)[]
    | 'filled'
    | 'empty'
    | { readonly by: K }
    | Amounting;
};

/** Does a row fulfil them? */
export function fulfils(where: Where | undefined, row: Record<string, unknown>): boolean {
  return Object.entries(where ?? {}).every(([field, wanted]) => {
    const value = row[field] ?? null;
    if (wanted === undefined) return true;
    if (wanted === 'filled') return value !== null;
    if (wanted === 'empty') return value === null;
    if ('by' in wanted) {
      const day = row[wanted.by] ?? null;
      return value !== null && day !== null && value <= day;
    }
    if (isAmounting(wanted)) return amountsTo(wanted, value);
    return [value].flat().some((one) => wanted.includes(one as string));
  });
}

export const isAmounting = (wanted: unknown): wanted is Amounting =>
  wanted !== null && typeof wanted === 'object' && ('atLeast' in wanted || 'atMost' in wanted);

function amountsTo({ atLeast, atMost, currency }: Amounting, value: unknown): boolean {
  const held =
    typeof value === 'number' ? { amount: value } : (value as { amount: number; currency?: string } | null);
  if (!held || (currency !== undefined && held.currency !== currency)) return false;
  return held.amount >= (atLeast ?? -Infinity) && held.amount <= (atMost ?? Infinity);
}
