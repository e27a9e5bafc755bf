import type { Register } from '#libraries/register/index.ts';

/** What stands for the title of a row that a reader may not read. */
export const RESTRICTED = ['bản ghi hạn chế', 'restricted record'] as const;

/** Not everybody of the province reads its rows. */
export const isRestricted = ({ may }: Register): boolean => !may.read.who.includes('everyone');

/** What a row is called where everybody reads: in duties, reports, and the ledger of what points at it. */
export const publicTitle = (register: Register, title: string): string =>
  isRestricted(register) ? RESTRICTED[0] : title;
