import { expect, test } from 'vitest';
import { gather } from './gather.ts';
import type { AgencySource, DraftSentence, Sentence } from './sentence.ts';

const source = (more: Partial<AgencySource> = {}): AgencySource => ({
  kind: 'agency-report',
  agencyReportId: 'r',
  filing: 1,
  paragraphId: 'p',
  agencyId: 'a',
  agency: 'Sở Ngoại vụ',
  text: 'Đã ký 04 bản ghi nhớ.',
  duties: [],
  marks: [],
  ...more,
});
const sentence = (sources: AgencySource[], more: Partial<Sentence> = {}): Sentence => ({
  id: 's',
  slot: 'I',
  position: 1,
  text: 'Sở Ngoại vụ đã ký 04 bản ghi nhớ.',
  marks: [],
  form: 'text',
  sources,
  isEditorial: false,
  isEdited: false,
  removedReason: null,
  mergedInto: null,
  revision: 0,
  ...more,
});
const fresh = (...sources: AgencySource[]): DraftSentence[] => [{ slot: 'I', text: 'x', sources }];
const bold = { begin: 6, end: 8, kind: 'bold' as const };

test('the same words filed again with other marks change an untouched sentence, marks moved behind the name', () => {
  const again = source({ filing: 2, marks: [bold] });
  const { add, change, setAside } = gather([sentence([source()])], fresh(again));
  expect({ add, setAside }).toEqual({ add: [], setAside: [] });
  expect(change).toEqual([
    {
      id: 's',
      text: 'Sở Ngoại vụ đã ký 04 bản ghi nhớ.',
      marks: [{ begin: 18, end: 20, kind: 'bold' }],
      sources: [again],
    },
  ]);
});

test('filed again as it was, or edited by a person, a sentence stays as it is', () => {
  expect(gather([sentence([source()])], fresh(source({ filing: 2 }))).change).toEqual([]);
  const edited = sentence([source()], { isEdited: true });
  expect(gather([edited], fresh(source({ marks: [bold] }))).change).toEqual([]);
});
