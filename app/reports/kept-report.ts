/** Under which name a report that a person is writing is kept on a machine, to open without a network. */
export const keptReport = (personId: string, reportId: string): string => `report.${personId}.${reportId}`;

/** All of a person's. */
export const keptReportsOf = (personId: string): string => `report.${personId}.`;
