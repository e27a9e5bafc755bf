import type { Cell, Field, FromBook, Part, Read } from './field.ts';

type Defaults = 'parts' | 'toColumns' | 'fromColumns' | 'toCells' | 'fromCells' | 'pointsAt' | 'refersTo';

/** A field of one column, whose kind says only what is its own: a cell is read as a form's words are. */
export const onePart = <V>(
  own: Omit<Field<V>, Defaults> & Partial<Pick<Field<V>, Defaults>> & { column: Omit<Part, 'suffix'> },
): Field<V> => {
  const { column, ...rest } = own;
  return {
    refersTo: null,
    parts: [{ suffix: '', ...column }],
    toColumns: (value) => [value],
    fromColumns: ([value]) => value as V,
    toCells: (value) => [value as Cell],
    fromCells: ([cell]) => own.parse(cellText(cell ?? null)),
    pointsAt: () => [],
    ...rest,
  };
};

/** The words of a cell; a date as offices write it. Null when it is empty. */
export function cellText(cell: Cell): string | null {
  if (cell === null) return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').reverse().join('/');
  return String(cell).normalize('NFC').replaceAll('\r', '').trim() || null;
}

/** Reads several cells one after the other; the first that cannot be read speaks for all. */
export function readAll<V extends readonly unknown[]>(
  ...reads: { [K in keyof V]: Read<V[K]> }
): { values: { [K in keyof V]: V[K] | null } } | Exclude<Read<never>, { value: unknown }> {
  for (const one of reads as Read<unknown>[]) if (!('value' in one)) return one;
  return { values: (reads as { value: unknown }[]).map(({ value }) => value) as never };
}

export type { FromBook };
