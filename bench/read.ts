// Reading speed: Plan 217 warm, 10 MB of joined documents, linearity, hostile text, memory.
//   node bin/run bench/read.ts
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '#libraries/document/index.ts';
import { median } from './hammer.ts';

const plan = readFileSync(join(import.meta.dirname, '../data/example/plan-217.md'), 'utf8');

/** The least any reader must do: normalise, split into lines, look at each word once. */
const bare = (text: string) =>
  text
    .normalize('NFC')
    .split('\n')
    .reduce((words, line) => words + (line.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);

function time(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
const medianOf = (runs: number, work: () => unknown) =>
  median(Array.from({ length: runs }, () => time(work)));

for (let i = 0; i < 60; i++) readDocument(plan);
const warm = medianOf(41, () => readDocument(plan));
const least = medianOf(41, () => bare(plan));
console.log(
  `Plan 217 (${kb(plan)} kB): ${warm.toFixed(2)} ms warm, ${(warm / least).toFixed(1)}× a bare pass (${least.toFixed(2)} ms)`,
);

const joined = (bytes: number) =>
  Array.from({ length: Math.ceil(bytes / Buffer.byteLength(plan)) }, () => plan).join('\n\n');
const one = joined(1_000_000);
const ten = joined(10_000_000);
const [tOne, tTen] = [medianOf(5, () => readDocument(one)), medianOf(3, () => readDocument(ten))];
console.log(
  `1 MB: ${tOne.toFixed(0)} ms · 10 MB: ${tTen.toFixed(0)} ms = ${((Buffer.byteLength(ten) / 1e6 / tTen) * 1000).toFixed(1)} MB/s · 10× text takes ${(tTen / tOne).toFixed(1)}× time · ${(tTen / time(() => bare(ten))).toFixed(1)}× a bare pass`,
);

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const kept = readDocument(one);
console.log(
  `memory kept by a reading of 1 MB: ${((process.memoryUsage().heapUsed - before) / Buffer.byteLength(one)).toFixed(1)}× the text (${kept.duties.length} duties)`,
);

const hostile: Record<string, string> = {
  'one letter': 'a'.repeat(1_000_000),
  'only digits': '1234567890'.repeat(100_000),
  'nested brackets': '('.repeat(500_000) + ')'.repeat(500_000),
  '100,000 "a)"': 'a) \n'.repeat(100_000),
  '100,000 "1."': '1. Sở\n'.repeat(100_000),
  spaces: ' '.repeat(1_000_000),
  pipes: '|'.repeat(1_000_000),
  'phối hợp với': 'phối hợp với '.repeat(60_000),
};
for (const [name, text] of Object.entries(hostile))
  console.log(`hostile 1 MB, ${name}: ${time(() => readDocument(text)).toFixed(0)} ms`);

function kb(text: string): string {
  return (Buffer.byteLength(text) / 1000).toFixed(0);
}
