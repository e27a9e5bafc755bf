import { expect, test } from 'vitest';
import { byTag, linesOf, typeOf } from './open-api.ts';

test('a shape becomes lines, parents first, lists and nullable shapes opened', () => {
  const lines = linesOf({
    type: 'object',
    required: ['id', 'duties'],
    properties: {
      id: { type: 'string', format: 'uuid' },
      duties: {
        type: 'array',
        items: {
          type: 'object',
          required: ['text'],
          properties: { text: { type: 'string' }, due: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
        },
      },
    },
  });
  expect(lines.map((line) => `${line.name}${line.isRequired ? '' : '?'}: ${line.type}`)).toEqual([
    'id: string (uuid)',
    'duties: object[]',
    'duties[].text: string',
    'duties[].due?: string | null',
  ]);
});

test('a shape that nests forever ends', () => {
  const endless: { type: string; properties: Record<string, unknown> } = { type: 'object', properties: {} };
  endless.properties.again = endless;
  expect(linesOf(endless as never).length).toBe(6);
});

test('choices are told by their values', () => {
  expect(typeOf({ enum: ['draft', 'published'] })).toBe('"draft" | "published"');
  expect(typeOf({ prefixItems: [{ type: 'integer' }, { type: 'integer' }] })).toBe('[integer, integer]');
});

test('paths are gathered under their heading', () => {
  const groups = byTag({
    paths: { '/a': { get: { tags: ['Một'] }, post: { tags: ['Hai'] } }, '/b': { get: { tags: ['Một'] } } },
  });
  expect([...groups].map(([tag, list]) => [tag, list.length])).toEqual([
    ['Một', 2],
    ['Hai', 1],
  ]);
});
