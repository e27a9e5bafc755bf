// 20,000 strange texts: none may throw, take over 1 s, leave a unit uncovered or be read in two ways.
//   node bin/run bench/fuzz.ts [count] [first seed]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '#libraries/document/index.ts';
import { coverFault, strangeText } from '#libraries/document/src/strange-texts.test-data.ts';

const root = join(import.meta.dirname, '..');
const cases = join(root, 'libraries/document/cases');
const documents = [
  ...['plan-217.md', 'plan-217-web.txt'].map((name) => join(root, 'data/example', name)),
  ...readdirSync(cases)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(cases, name)),
].map((path) => readFileSync(path, 'utf8'));

export interface FuzzResult {
  count: number;
  faults: string[];
  /** CPU time of the slowest text: another program on the machine is not its fault. */
  slowest: { seed: number; ms: number; units: number };
}

export function fuzz(count: number, first = 1): FuzzResult {
  const result: FuzzResult = { count, faults: [], slowest: { seed: 0, ms: 0, units: 0 } };
  for (let seed = first; seed < first + count; seed++) {
    const text = strangeText(seed, documents);
    try {
      const before = process.cpuUsage();
      const reading = readDocument(text);
      const used = process.cpuUsage(before);
      const ms = (used.user + used.system) / 1000;
      if (ms > result.slowest.ms) result.slowest = { seed, ms, units: text.length };
      if (ms > 1000) result.faults.push(`text ${seed}: ${ms.toFixed(0)} ms`);
      const fault = coverFault(reading, text);
      if (fault !== null) result.faults.push(`text ${seed}: ${fault}`);
      if (JSON.stringify(reading) !== JSON.stringify(readDocument(text)))
        result.faults.push(`text ${seed}: read in two ways`);
    } catch (error) {
      result.faults.push(`text ${seed}: ${String(error)}`);
    }
  }
  return result;
}

if (import.meta.main) {
  const { count, faults, slowest } = fuzz(Number(process.argv[2] ?? 20_000), Number(process.argv[3] ?? 1));
  console.log(
    `${count} texts, ${faults.length} faults; slowest: text ${slowest.seed}, ${slowest.units} units, ${slowest.ms.toFixed(0)} ms`,
  );
  for (const fault of faults.slice(0, 20)) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
