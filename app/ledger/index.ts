export { checkLedger } from './check-ledger.ts';
export { csvLine } from './csv-line.ts';
export { findBrokenLine, type LedgerEvent, type NewEvent } from './event.ts';
export { ledgerBook } from './ledger.events.ts';
export { ledgerRoutes } from './ledger.routes.ts';
export { appendEvent, appendEvents, appendFirstEvents, lastSeq, listEvents } from './ledger.store.ts';
export type {
  LedgerAct,
  LedgerBook,
  Payload,
  RemovedThing,
  Replay,
  RowDifference,
  Said,
  Undone,
  Wording,
} from './ledger-book.ts';
export { describe } from './ledger-book.ts';
export { checkProof, isSealFileWhole, type ProofFault } from './proof.ts';
export { type Proof, proofShape, type SealFile, sealFileShape } from './proof-shape.ts';
export { checkLedgerJob } from './run-check.ts';
export { findSeal } from './seal.store.ts';
export { sealHeadsJob, sealUntil } from './seal-heads.ts';
export { undo as undoByLine } from './undo.routes.ts';
export { type Changes, changedOf, isSame } from './versions.ts';
