import type { Counted } from '#app/reports/indicator.contract.ts';
import { fold } from '../findings/folded.ts';

const nameOf = (name: string): string => (fold(name).match(/[a-z0-9]+/g) ?? []).join(' ');

/**
 * How many different things are named. By the row of a register, by key, else by name without diacritics and marks:
 * whoever names them. (Things under other names are found as double counts and decided by a person.)
 */
export function sameThings(named: readonly Counted[]): number {
  const parent = named.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at]!;
    return at;
  };
  const first = new Map<string, number>();
  named.forEach((thing, index) => {
    const known = [
      thing.record && `row ${thing.record.register} ${thing.record.id}`,
      thing.key && `key ${fold(thing.key).replace(/[^a-z0-9]/g, '')}`,
      // Two rows of a register are two things, though they bear one name.
      !thing.record && !thing.key && `name ${nameOf(thing.name)}`,
    ].filter((key) => typeof key === 'string');
    for (const key of known) {
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, index);
      else parent[rootOf(index)] = rootOf(earlier);
    }
  });
  return new Set(named.map((_, index) => rootOf(index))).size;
}
