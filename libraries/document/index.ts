export { readDocument } from './src/read-document.ts';
export type * from './src/reading.ts';
