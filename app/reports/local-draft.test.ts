import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropDraft, isSameDraft, keepDraft, mergeDrafts, readDraft, shelfKey } from './local-draft.ts';
import { asParagraph, type ReportContent } from './report.ts';

const shelf = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};
const content = (texts: Record<string, string>): ReportContent => ({
  paragraphs: Object.entries(texts).map(([id, text]) => asParagraph({ id, slot: 'I', text, sources: [] })),
  values: [],
  seen: [],
});
const drafts = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.string({ minLength: 1 }))
  .map((texts) => content(texts));

test('what is kept on a machine is found again, by its writer alone', () => {
  const place = shelf();
  const draft = { content: content({ a: 'Đang viết dở' }), revision: 3, at: '2026-12-10T03:42:00.000Z' };
  expect(keepDraft(place, shelfKey('lan', 'r1'), draft)).toBe(true);
  expect(readDraft(place, shelfKey('lan', 'r1'))).toEqual(draft);
  expect(readDraft(place, shelfKey('nam', 'r1'))).toBeNull();
  dropDraft(place, shelfKey('lan', 'r1'));
  expect(readDraft(place, shelfKey('lan', 'r1'))).toBeNull();
});

test('a machine that keeps nothing says so, one that kept rubbish has nothing', () => {
  const full = {
    ...shelf(),
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(keepDraft(full, 'k', { content: content({}), revision: 0, at: '' })).toBe(false);
  expect(readDraft({ ...shelf(), getItem: () => '{' }, 'k')).toBeNull();
});

test('no word of either draft is lost when they become one', () => {
  fc.assert(
    fc.property(drafts, drafts, (mine, theirs) => {
      let n = 0;
      const both = mergeDrafts(mine, theirs, () => `new-${n++}`);
      const said = both.paragraphs.map((one) => one.text);
      for (const { text } of [...mine.paragraphs, ...theirs.paragraphs]) expect(said).toContain(text);
      expect(new Set(both.paragraphs.map((one) => one.id)).size).toBe(both.paragraphs.length);
      expect(
        isSameDraft(
          mergeDrafts(theirs, theirs, () => 'x'),
          theirs,
        ),
      ).toBe(true);
    }),
  );
});
