import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../index.ts';
import { coverFault, hostileTexts, strangeText } from './strange-texts.test-data.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const documents = [
  read('../../../data/example/plan-217.md'),
  read('../../../data/example/plan-217-web.txt'),
  ...readdirSync(new URL('../cases/', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => read(`../cases/${entry.name}`)),
];

// `node bin/run bench/fuzz.ts` reads 20,000 of these.
test('400 strange texts are read, covered exactly once and read the same again', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const text = strangeText(seed, documents);
    const reading = readDocument(text);
    expect(coverFault(reading, text), `text ${seed}`).toBeNull();
    if (seed % 4 === 0) expect(readDocument(text), `text ${seed}`).toEqual(reading);
  }
});

describe('hostile texts of 100,000 units', () => {
  for (const [name, text] of Object.entries(hostileTexts(100_000)))
    test(name, () => {
      const before = process.cpuUsage();
      expect(coverFault(readDocument(text), text)).toBeNull();
      // Read once, not yet compiled, beside other tests: far above what it takes, far below what squares of it take.
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(4000);
    });
});
