/** Codes of the IATI standard 2.03 (its codelists) for the words of our registers: data, not rules. */

/** Codelist SectorCategory (vocabulary 2, DAC 3 digits). */
export const sectorOf: Record<string, string> = {
  health: '120',
  education: '110',
  children: '160',
  disability: '160',
  environment: '410',
  water: '140',
  livelihood: '311',
  mines: '152',
  disaster: '720',
  other: '430',
};
/** 'Sectors not specified'. */
export const NO_SECTOR = '998';

/** Codelist OrganisationType. */
export const organisationTypeOf: Record<string, string> = {
  ngo: '21',
  foundation: '60',
  government: '10',
  international: '40',
  company: '70',
  academic: '80',
  overseas: '90',
  person: '90',
};

/** Codelist OrganisationRole. */
export const roleOf = { funding: '1', accountable: '2', implementing: '4' } as const;
/** Codelist ActivityStatus. */
export const statusOf = {
  pipeline: '1',
  running: '2',
  finalisation: '3',
  closed: '4',
  cancelled: '5',
} as const;
/** Codelist ActivityDateType. */
export const dateOf = { plannedStart: '1', actualStart: '2', plannedEnd: '3', actualEnd: '4' } as const;
/** Codelist TransactionType. */
export const transactionOf = { received: '1', used: '4', pledged: '11' } as const;
/** Codelist FinanceType: standard grant. */
export const GRANT = '110';
