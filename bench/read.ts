// Reading speed: Plan 217 warm, 10 MB of joined documents, linearity, hostile text, memory.
//   node bin/run bench/read.ts
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readDocument } from '#libraries/document/index.ts';
import { hostileTexts } from '#libraries/document/src/strange-texts.test-data.ts';

const plan = readFileSync(join(import.meta.dirname, '../data/example/plan-217.md'), 'utf8');
const bytes = (text: string): number => Buffer.byteLength(text);

/** The least any reader must do: normalise, split into lines, look at each word once. */
const bare = (text: string): number =>
  text
    .normalize('NFC')
    .split('\n')
    .reduce((words, line) => words + (line.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);

function time(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

/** The best of several runs: what the program takes when the machine does nothing else. */
const best = (runs: number, work: () => unknown): number =>
  Math.min(...Array.from({ length: runs }, () => time(work)));
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const joined = (size: number): string =>
  Array.from({ length: Math.ceil(size / bytes(plan)) }, () => plan).join('\n\n');

/** Collects before it counts, so that only what is kept is counted. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

/** Memory that the reading of a text keeps, in times the bytes of the text. */
function keptBy(text: string): number {
  const before = heap();
  const kept = readDocument(text);
  const times = (heap() - before) / bytes(text);
  return kept.tree.span[1] === text.length ? times : Number.NaN;
}

export interface SpeedFigures {
  planBest: number;
  planMedian: number;
  /** Times a bare pass over the words. */
  planTimesBare: number;
  megabytesPerSecond: number;
  /** How much longer ten times the text takes. */
  tenfold: number;
  memory: number;
  hostile: { name: string; ms: number }[];
}

export function measureSpeed(): SpeedFigures {
  for (let i = 0; i < 300; i++) readDocument(plan);
  const warm = Array.from({ length: 201 }, () => time(() => readDocument(plan)));
  const planBest = Math.min(...warm);
  const [one, ten] = [joined(1_000_000), joined(10_000_000)];
  const [oneMs, tenMs] = [best(9, () => readDocument(one)), best(5, () => readDocument(ten))];
  return {
    planBest,
    planMedian: median(warm),
    planTimesBare: planBest / best(201, () => bare(plan)),
    megabytesPerSecond: bytes(ten) / 1000 / tenMs,
    tenfold: tenMs / oneMs / (bytes(ten) / bytes(one) / 10),
    memory: keptBy(one),
    hostile: Object.entries(hostileTexts(1_000_000)).map(([name, text]) => ({
      name,
      ms: best(2, () => readDocument(text)),
    })),
  };
}

if (import.meta.main) {
  const figures = measureSpeed();
  const line = (text: string, ok: boolean): void => console.log(`${ok ? ' ok ' : 'MISS'} ${text}`);
  line(
    `Plan 217 (${(bytes(plan) / 1000).toFixed(0)} kB) warm: best ${figures.planBest.toFixed(2)} ms (bar 3), median ${figures.planMedian.toFixed(2)} ms, ${figures.planTimesBare.toFixed(1)}× a bare pass`,
    figures.planBest <= 3,
  );
  line(
    `10 MB joined: ${figures.megabytesPerSecond.toFixed(1)} MB/s (bar 10)`,
    figures.megabytesPerSecond >= 10,
  );
  line(`10× the text: ${figures.tenfold.toFixed(1)}× the time (bar 11)`, figures.tenfold <= 11);
  line(`memory kept by a reading of 1 MB: ${figures.memory.toFixed(1)}× (bar 20)`, figures.memory <= 20);
  for (const { name, ms } of figures.hostile)
    line(`hostile 1 MB, ${name}: ${ms.toFixed(0)} ms (bar 1000)`, ms <= 1000);
}
