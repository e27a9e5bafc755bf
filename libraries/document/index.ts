export { type AkomaNtosoReading, akomaNtosoOf } from './src/akoma-ntoso/akoma-ntoso.ts';
export { readDocument } from './src/read-document.ts';
export type * from './src/reading.ts';
