import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Agency } from '../agency.ts';
import { matchPrintedName } from '../match-printed-name.ts';
import { foldWords } from '../printed-words.ts';
import { judge, readJudged } from './holders-of-plans.ts';
import { registers } from './registers.test-data.ts';

const judged = readJudged();
const holdersOf = new Map(
  Object.values(registers).map((register) => [
    register,
    new Map(register.flatMap(({ id, names }) => names.map((name) => [foldWords(name).join(' '), id]))),
  ]),
);
const issuers = new Map(judged.map(({ register, issuer }) => [register, issuer]));

test('the holders of ten documents: 98 in a hundred go to whom they mean, none to another', () => {
  const verdicts = judged.map((one) => ({ ...one, ...judge(one) }));
  const count = (verdict?: string) =>
    verdicts.filter((one) => !verdict || one.verdict === verdict).reduce((sum, { times }) => sum + times, 0);
  const told = (verdict: string) =>
    verdicts
      .filter((one) => one.verdict === verdict)
      .map(({ document, printed }) => `${document}: ${printed}`);
  expect(told('wrong')).toEqual([]);
  expect(count()).toBe(481);
  expect(
    count('right') / count(),
    [...told('asked'), ...told('not found')].join('\n'),
  ).toBeGreaterThanOrEqual(0.98);
});

test('a body taken out of the register is new, never its neighbour', () => {
  const wrong = judged.flatMap(({ printed, issuer, register, meant }) => {
    if (typeof meant !== 'object' || meant.isGroup) return [];
    const without = register.filter(({ id }) => !meant.agencyIds.includes(id));
    const match = matchPrintedName(printed, without, { issuer });
    return match.kind === 'agency' || match.kind === 'group' ? [`${printed}: ${match.explanation}`] : [];
  });
  expect(wrong).toEqual([]);
});

test('one misread syllable never gives the work to another: the same body, a question, or new', () => {
  const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệốồổỗộớờởỡợứừửữự'.split('');
  const edit = fc.record({
    register: fc.constantFrom(...Object.values(registers)),
    agency: fc.nat(),
    word: fc.nat(),
    at: fc.nat(),
    letter: fc.constantFrom(...letters),
    how: fc.constantFrom('replace', 'insert', 'drop', 'swap'),
  });
  const check = fc.property(edit, ({ register, agency, word, at, letter, how }) => {
    const meant = register[agency % register.length]!;
    const words = meant.name.split(' ');
    const index = word % words.length;
    words[index] = misread(words[index]!, at, letter, how);
    const printed = words.join(' ');
    const key = foldWords(printed).join(' ');
    // What is printed may happen to be the name of another body, letter by letter: then it is that one.
    fc.pre([meant.id, undefined].includes(holdersOf.get(register)!.get(key)));
    const issuer = issuers.get(register)!;
    const match = matchPrintedName(printed, register, { issuer });
    if (match.kind === 'agency') expect([printed, match.agencyId]).toEqual([printed, meant.id]);
    else expect([printed, match.kind]).not.toEqual([printed, 'group']);
    // Where the body is not in the register at all, a misread name of it is still nobody else's.
    const without = registerWithout(register, meant.id);
    const found = matchPrintedName(printed, without, { issuer });
    expect([printed, found.kind === 'agency' && found.agencyId]).toEqual([printed, false]);
  });
  fc.assert(check, { numRuns: 300, seed: 217 });
});

const shorter = new Map<string, Agency[]>();
function registerWithout(register: readonly Agency[], id: string): Agency[] {
  const key = `${register[0]!.id} ${id}`;
  const made = shorter.get(key) ?? register.filter((one) => one.id !== id);
  shorter.set(key, made);
  return made;
}

function misread(word: string, at: number, letter: string, how: string): string {
  const place = at % word.length;
  if (how === 'insert') return word.slice(0, place) + letter + word.slice(place);
  if (how === 'drop') return word.length > 1 ? word.slice(0, place) + word.slice(place + 1) : letter;
  if (how === 'swap' && word.length > 1) {
    const from = Math.min(place, word.length - 2);
    return word.slice(0, from) + word[from + 1] + word[from] + word.slice(from + 2);
  }
  return word.slice(0, place) + letter + word.slice(place + 1);
}
