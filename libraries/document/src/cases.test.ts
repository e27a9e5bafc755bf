import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Duty, Reading } from '../index.ts';
import { readDocument } from '../index.ts';

const folder = new URL('../cases/', import.meta.url);

/** How a reading is written in the cases of one file. */
const shown: Record<string, (reading: Reading) => string> = {
  'outline.txt': (reading) => reading.outline.map((entry) => entry.path).join('; '),
  'duties.txt': (reading) => reading.duties.map(showDuty).join('\n'),
  'head.txt': ({ document: d }) =>
    [d.symbol, d.kind, d.issuer, d.place, d.date, d.title].map(String).join(' | '),
  'citations.txt': (reading) =>
    reading.citations
      .map(
        (c) =>
          `${c.symbol} (${[c.kind, c.date, c.issuer].map(String).join(', ')}${c.basis ? ', căn cứ' : ''})`,
      )
      .join('\n'),
};

function showDuty(duty: Duty): string {
  const parts = [`${duty.path}: ${duty.holders.join(', ')}`];
  if (duty.coordinators.length > 0) parts.push(`với ${duty.coordinators.join(', ')}`);
  parts.push(duty.lead ? 'chủ trì' : 'phối hợp');
  if (duty.request) parts.push('đề nghị');
  if (duty.deadline !== null)
    parts.push(`hạn ${duty.deadline.text} (${duty.deadline.kind} ${duty.deadline.date})`);
  const { time } = duty.sixClear;
  if (time.state === 'proposed') parts.push(`đề xuất ${time.value}`);
  if (duty.reportTo !== null) parts.push(`gửi ${duty.reportTo}`);
  return parts.join(' | ');
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  describe(file, () => {
    for (const block of readFileSync(new URL(file, folder), 'utf8').split(/^# /m).slice(1)) {
      const title = block.slice(0, block.indexOf('\n'));
      const [input, expected] = block.slice(block.indexOf('\n') + 1).split(/^==>/m);
      test(title, () => expect(shown[file]!(readDocument(input!.trimEnd())).trim()).toBe(expected!.trim()));
    }
  });
}
