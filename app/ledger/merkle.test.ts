import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growTree, hashLeaf, pathTo, rootByPath, rootOf } from './merkle.ts';

const texts = fc.array(fc.string(), { minLength: 1, maxLength: 40 });

test('every leaf leads to the root by its path, and another leaf does not', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (given, n) => {
      const leaves = given.map((text) => hashLeaf(text));
      const index = n % leaves.length;
      const root = rootOf(leaves);
      expect(rootByPath(leaves[index]!, pathTo(leaves, index))).toEqual(root);
      expect(rootByPath(hashLeaf(`${given[index]}!`), pathTo(leaves, index))).not.toEqual(root);
    }),
  );
});

test('the root knows the order and the number of its leaves', () => {
  const root = (...given: string[]) => rootOf(given.map((text) => hashLeaf(text))).toString('hex');
  expect(root('a', 'b', 'c')).not.toBe(root('b', 'a', 'c'));
  expect(root('a', 'b', 'c')).not.toBe(root('a', 'b', 'c', 'c'));
  expect(growTree().root()).toHaveLength(32);
});
