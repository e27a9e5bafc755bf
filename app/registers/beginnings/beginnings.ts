import type { Register, Row } from '#libraries/register/index.ts';
import { registers } from '../declared/all.ts';

/** What a new row of a register takes from a row of another: fields without those that link to it. */
type Taking = (from: Row) => Row;

/** Awards for whom the registers know: who they are comes from there, what they did is found by their name. */
const candidates: Record<string, Taking> = {
  'foreign-ngo': ({ name, country }) => ({ candidate: name, kind: 'foreign-body', country }),
  'overseas-vietnamese': ({ name, country, position }) => ({
    candidate: name,
    kind: 'overseas',
    country,
    position,
  }),
};

/** Beside the registers whose rows cannot be without one of another: rows that one may begin from another's. */
const own: Record<string, Record<string, Taking>> = { award: candidates };

/** Registers whose rows may begin from a row of this one: an opinion from a project, an award from an organisation. */
export const begunFrom = (from: Register): Register[] =>
  registers.filter((register) => register !== from && takenBy(register, from.name) !== null);

/** Registers of whose rows a new one is told when it begins: the page of a new row asks for one. */
export const tellingOf = (register: Register): string[] => Object.keys(own[register.name] ?? {});

/** What a row of `register` takes from one of `from`; null where it does not begin so. */
export function takenBy(register: Register, from: string): Taking | null {
  const [link] =
    Object.entries(register.fields).find(
      ([, { refersTo, isRequired }]) => isRequired && refersTo === `register:${from}`,
    ) ?? [];
  if (link) return ({ id }) => ({ [link]: id });
  return own[register.name]?.[from] ?? null;
}
