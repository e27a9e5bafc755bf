export { checkStore, type Finding } from './check-store.ts';
export { type Copied, copyStore } from './copy-store.ts';
export { fileRoutes } from './file.routes.ts';
export { type FileRecord, findFile, insertFile, listNamedFiles } from './file.store.ts';
export type { FileHolder, FilePlace } from './file-holder.ts';
export { contentDisposition, tidyName } from './file-name.ts';
export { dropFile, type FormPart, type HeldFile, keepFile, receiveForm } from './receive-file.ts';
export { sendFile } from './send-file.ts';
