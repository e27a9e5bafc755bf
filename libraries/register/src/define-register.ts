import { findFaults } from './check-declaration.ts';
import { usualPermissions } from './permission.ts';
import type { Declaration, Fields, Register, Row, Values } from './register.ts';

/**
 * A register from its declaration.
 * @throws Error that names each culprit: 'aid-project.list: no field "donr"; did you mean "donor"?'
 */
export function defineRegister<const F extends Fields>(declared: Declaration<F>): Register {
  const { check } = declared;
  const register: Register = {
    ...(declared as unknown as Register),
    table: snake(declared.name),
    filters: declared.filters ?? [],
    sort: sortOf(declared.sort),
    sections: declared.sections ?? [{ said: ['Nội dung', 'Contents'], fields: Object.keys(declared.fields) }],
    alike: declared.alike ?? [],
    alsoFoundBy: declared.alsoFoundBy ?? [],
    may: { ...usualPermissions, ...declared.may },
    timers: (declared.timers ?? []) as Register['timers'],
    thresholds: declared.thresholds ?? {},
    indicators: (declared.indicators ?? []) as Register['indicators'],
    check: check ? (row: Row, context) => check(row as Values<F>, context) : () => [],
    headings: (declared.headings ?? {}) as Register['headings'],
  };
  const faults = findFaults(register);
  if (faults.length) throw new Error(faults.join('\n'));
  return register;
}

/** 'certificateUntil' and 'foreign-ngo' as they are called in a table. */
export function snake(name: string): string {
  const known = snakes.get(name);
  if (known !== undefined) return known;
  const made = name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  snakes.set(name, made);
  return made;
}

/** Asked for every cell of long books. */
const snakes = new Map<string, string>();

const sortOf = (sort: string | undefined): Register['sort'] =>
  sort === undefined ? null : { field: sort.replace(/^-/, ''), down: sort.startsWith('-') };
