/** Days from and to, both counted, 'YYYY-MM-DD'; null: unknown or without end. */
export type Period = { validFrom: string | null; validTo: string | null };

export const isWithin = ({ validFrom, validTo }: Period, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);

export const overlaps = (one: Period, other: Period): boolean =>
  (one.validFrom ?? '') <= (other.validTo ?? '9') && (other.validFrom ?? '') <= (one.validTo ?? '9');
