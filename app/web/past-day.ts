/** The day it is in Viet Nam. */
export const officeToday = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** A day before today as an address may give it; anything else asks for today. */
export const pastDay = (given: unknown): string | undefined =>
  typeof given === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(given) && given < officeToday() ? given : undefined;
