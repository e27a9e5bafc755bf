/** The day it is in a Vietnamese office at an instant, 'YYYY-MM-DD'. Viet Nam is UTC+7 the whole year (QĐ 121/CP of 1975). */
export const officeDay = (instant: Date): string =>
  new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
