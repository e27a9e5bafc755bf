import type { Register } from '../register.ts';
import { columnOf } from '../row.ts';

/** Columns by whose words a row is found everywhere: its title, its numbers, and what tells it from others like it. */
export function foundBy({ title, fields, alike, alsoFoundBy }: Register): string[] {
  const isNumber = (name: string) => fields[name]!.kind === 'symbol';
  const isWords = (name: string) => alike.includes(name) && fields[name]!.kind === 'text';
  const names = Object.keys(fields).filter((name) => isNumber(name) || isWords(name));
  const open = [...new Set([title, ...alsoFoundBy, ...names])].filter((name) => !fields[name]!.isSealed);
  return open.map((name) => columnOf(name, fields[name]!.parts[0]!));
}

/** Only what everybody of the province may read is found everywhere; what is restricted stays in its register. */
export const isFoundEverywhere = ({ may }: Register): boolean => may.read.who.includes('everyone');

/** What makes search follow the rows of a table; nothing for a register that is restricted. */
export const followedBySearch = (register: Register): string =>
  isFoundEverywhere(register)
    ? `call search_rows('${register.table}', '${register.name}', array[${foundBy(register)
        .map((column) => `'${column}'`)
        .join(', ')}]);\n`
    : '';
