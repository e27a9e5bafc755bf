import { agencyKinds } from '#app/agencies/agency.ts';
import { hierarchyNames, nameKindNames } from '#app/agencies/agency-terms.ts';
import type { NameKind } from '#app/agencies/dated-name.ts';
import type { Hierarchy } from '#app/agencies/hierarchy.ts';
import { plainFolded } from '#app/agencies/printed-words.ts';
import { isDate } from '#libraries/calendar/index.ts';
import type { Cell } from './book-sheets.ts';

/** A cell read as what its column holds, or the sentence that says why it cannot be. */
export type Read<T> = { value: T | null } | { message: string };

export const readText =
  (longest: number) =>
  (cell: Cell): Read<string> => {
    const text = cell instanceof Date ? dayOf(cell) : String(cell ?? '');
    const tidy = text.normalize('NFC').replace(/\s+/g, ' ').trim();
    return tidy.length > longest
      ? { message: `Dài quá ${longest} ký tự: hãy rút gọn.` }
      : { value: tidy || null };
  };

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** A date of Excel, or '28/02/2025' typed as text. */
export function readDay(cell: Cell): Read<string> {
  if (cell === null || cell === '') return { value: null };
  if (cell instanceof Date) return { value: dayOf(cell) };
  const text = String(cell).trim();
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const day = parts ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}` : text;
  return isDate(day)
    ? { value: day }
    : { message: `“${text}” không phải ngày: hãy nhập theo dạng ngày/tháng/năm.` };
}

const spelt = (text: string) => plainFolded(text).join(' ');

function readTerm<T extends string>(what: string, terms: readonly { term: T; name: string }[]) {
  return (cell: Cell): Read<T> => {
    const text = String(cell ?? '').trim();
    if (!text) return { value: null };
    const found = terms.find(({ term, name }) => spelt(name) === spelt(text) || term === text);
    return found
      ? { value: found.term }
      : {
          message: `Không có ${what} “${text}”: hãy ghi một trong ${terms.map(({ name }) => name).join(', ')}.`,
        };
  };
}

const termsOf = <T extends string>(names: Record<T, string>) =>
  (Object.keys(names) as T[]).map((term) => ({ term, name: names[term] }));

export const readKind = readTerm(
  'loại cơ quan',
  agencyKinds.map(({ kind, name }) => ({ term: kind, name })),
);
export const readNameKind = readTerm<NameKind>('loại tên', termsOf(nameKindNames.vi));
export const readHierarchy = readTerm<Hierarchy>('hệ thống', termsOf(hierarchyNames.vi));
