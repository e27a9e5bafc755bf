import { officeDay } from '#app/platform/office-day.ts';

/** The day it is in the office, for the first value of a date field; the server decides by its own clock. */
export const todayHere = (): string => officeDay(new Date());
