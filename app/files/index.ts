export { type FileRecord, findFile, insertFile } from './file.store.ts';
