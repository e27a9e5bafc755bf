export { findBrokenLine, type LedgerEvent, type NewEvent } from './event.ts';
export { appendEvent, listEvents, verifyLedger } from './ledger.store.ts';
