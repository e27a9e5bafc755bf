import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slotShape } from '#app/reports/definition-shape.contract.ts';
import { draftSentences, type Filed } from '../draft.ts';
import type { Sentence } from '../sentence.ts';
import { mergeInto, setAside } from './arrange.ts';
import { countPlaces, placeAll } from './placement.ts';

const slots = ['I', 'II.1'].map((key) =>
  slotShape.parse({ key, level: 2, heading: key, writes: true, takes: null }),
);
const standing = {
  planLabel: 'Kế hoạch',
  figures: {
    asOf: '2026-06-14',
    duties: 0,
    cells: { 'done-in-time': 0, 'done-late': 0, 'open-in-time': 0, 'open-late': 0, request: 0 },
  },
  asOf: '2026-06-14',
  expected: 5,
  missing: [],
};
const said = [
  'Tổ chức 01 hội nghị',
  'Tổ chức 02 hội nghị',
  'Đón đoàn Lào',
  'Đón đoàn Pháp',
  'Kinh phí hạn chế',
];
const anyFiled = fc
  .array(
    fc.record({ agency: fc.nat(4), slot: fc.constantFrom('I', 'II.1'), text: fc.constantFrom(...said) }),
    {
      maxLength: 25,
    },
  )
  .map((of) =>
    of.map(
      ({ agency, slot, text }, n): Filed => ({
        kind: 'agency-report',
        slot,
        agencyReportId: `r${agency}`,
        filing: 1,
        paragraphId: `p${n}`,
        agencyId: `a${agency}`,
        agency: `Cơ quan ${agency}`,
        text,
        duties: [],
      }),
    ),
  );

const kept = (made: ReturnType<typeof draftSentences>): Sentence[] =>
  made.map((sentence, n) => ({
    marks: [],
    form: 'text',
    ...sentence,
    id: `s${n}`,
    position: n,
    isEditorial: false,
    isEdited: false,
    removedReason: null,
    mergedInto: null,
    revision: 0,
  }));

test('each paragraph is used, merged, set aside or has no place yet: none is lost, whatever is done to the draft', () => {
  fc.assert(
    fc.property(
      anyFiled,
      fc.array(fc.tuple(fc.constantFrom('merge', 'aside', 'drop'), fc.nat(30), fc.nat(30))),
      (filed, acts) => {
        let sentences = kept(draftSentences(slots, filed, standing));
        const first = countPlaces(placeAll(filed, sentences).values());
        expect(first).toMatchObject({ all: filed.length, waiting: 0, aside: 0 });
        for (const [act, i, j] of acts) {
          const [one, other] = [sentences[i % sentences.length]!, sentences[j % sentences.length]!];
          if (
            act === 'merge' &&
            one !== other &&
            one.removedReason === null &&
            other.removedReason === null
          ) {
            const { target, merged } = mergeInto(one, [other]);
            sentences = sentences.map((each) =>
              each.id === one.id
                ? { ...each, ...target }
                : each.id === other.id
                  ? { ...each, ...merged }
                  : each,
            );
          } else if (act === 'aside') {
            sentences = sentences.map((each) => (each === one ? { ...each, removedReason: 'thử' } : each));
          } else if (act === 'drop' && one.sources.length > 1) {
            const [source] = one.sources;
            if (source!.kind !== 'agency-report') continue;
            const { left, aside } = setAside(one, source!);
            sentences = sentences.map((each) => (each === one ? { ...each, ...left } : each));
            sentences.push({
              ...one,
              id: `x${sentences.length}-${i}`,
              ...aside,
              removedReason: 'thử',
              isEdited: false,
            });
          }
          const { all, used, merged, aside, waiting } = countPlaces(placeAll(filed, sentences).values());
          expect(used + merged + aside + waiting).toBe(filed.length);
          expect(all).toBe(filed.length);
          expect(waiting).toBe(0);
        }
      },
    ),
  );
});

test('a paragraph that no sentence stands on is told as waiting', () => {
  const [made] = fc.sample(
    anyFiled.filter((filed) => filed.length > 3),
    1,
  );
  const sentences = kept(draftSentences(slots, made!, standing));
  const less = sentences.map((one) => ({ ...one, sources: one.sources.slice(1) }));
  expect(countPlaces(placeAll(made!, less).values()).waiting).toBeGreaterThan(0);
});
