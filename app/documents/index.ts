export { documentBook } from './document.events.ts';
export { documentRoutes } from './document.routes.ts';
export { findDocument, getDocument, markPublished } from './document.store.ts';
export {
  type ConfirmedDuty,
  confirmedDuties,
  type DocumentRecord,
  type DocumentState,
  isAllConfirmed,
  type ReviewedDuty,
  type ReviewedReading,
} from './document.ts';
export { documentFiles } from './document-files.ts';
export { keepDocument, type ReadText } from './import/keep-document.ts';
export { ownDocument } from './import/own-document.ts';
export { noteSecretRefusal } from './import/refuse-secret.ts';
