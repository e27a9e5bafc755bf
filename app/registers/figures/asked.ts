/** What a report asks of registers: the rows of one agency in the days of a period. */
export type Asked = { agencyId: string; window: { from: string; to: string } };
