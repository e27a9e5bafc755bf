export { findBrokenLine, type LedgerEvent, type NewEvent } from './event.ts';
export { ledgerRoutes } from './ledger.routes.ts';
export { appendEvent, listEvents, verifyLedger } from './ledger.store.ts';
export type { LedgerBook, Payload, Wording } from './ledger-book.ts';
