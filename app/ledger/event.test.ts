import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, findBrokenLine, hashEvent, type LedgerEvent } from './event.ts';

const tenant = '7459a0da-b24b-456a-818e-bd3d664b6ce5';

function chainOf(notes: string[]): LedgerEvent[] {
  const chain: LedgerEvent[] = [];
  for (const [i, note] of notes.entries()) {
    const line = {
      id: i,
      subjectKind: 'duty',
      subjectId: tenant,
      seq: i + 1,
      kind: 'duty.noted',
      actorId: null,
      at: new Date(1_700_000_000_000 + i),
      payload: { note },
      previousHash: chain.at(-1)?.hash ?? null,
    };
    chain.push({ ...line, hash: hashEvent(tenant, line) });
  }
  return chain;
}

const notes = fc.array(fc.string(), { minLength: 3, maxLength: 12 });

test('a chain as written holds', () => {
  fc.assert(fc.property(notes, (given) => findBrokenLine(tenant, chainOf(given)) === null));
});

test('an edited line is the first broken one', () => {
  fc.assert(
    fc.property(notes, fc.nat(), (given, n) => {
      const chain = chainOf(given);
      const at = n % chain.length;
      chain[at] = { ...chain[at]!, payload: { note: `${given[at]}!` } };
      expect(findBrokenLine(tenant, chain)).toEqual({ seq: at + 1, reason: 'edited' });
    }),
  );
});

test('a removed line and two lines that changed places are found', () => {
  fc.assert(
    fc.property(notes, fc.nat(), (given, n) => {
      const chain = chainOf(given);
      const at = n % (chain.length - 1);
      expect(findBrokenLine(tenant, chain.toSpliced(at, 1))).toEqual({ seq: at + 1, reason: 'missing' });
      const swapped = chain
        .with(at, { ...chain[at + 1]!, seq: at + 1 })
        .with(at + 1, { ...chain[at]!, seq: at + 2 });
      expect(findBrokenLine(tenant, swapped)?.seq).toBe(at + 1);
    }),
  );
});

test('the hash does not depend on the order in which keys were written', () => {
  expect(canonical({ b: 1, a: [{ d: null, c: 'đ' }] })).toBe(canonical({ a: [{ c: 'đ', d: null }], b: 1 }));
});
