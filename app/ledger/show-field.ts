import type { LedgerEvent } from './event.ts';
import type { LedgerBook, Said } from './ledger-book.ts';

const same = (text: string): Said => ({ vi: text, en: text });

/** Name of a changed field for readers; its key when its concept has no name for it. */
export const nameField = (book: LedgerBook | undefined, field: string, chain: readonly LedgerEvent[]): Said =>
  book?.fieldName?.(field, chain) ?? same(field);

/** A value in words: empty, yes and no, a day as an office writes it, a list with semicolons. */
export function showValue(book: LedgerBook | undefined, field: string, value: unknown): Said {
  return book?.showValue?.(field, value) ?? plainValue(value);
}

function plainValue(value: unknown): Said {
  if (value === null || value === undefined || value === '') return { vi: 'trống', en: 'empty' };
  if (value === true) return { vi: 'có', en: 'yes' };
  if (value === false) return { vi: 'không', en: 'no' };
  if (Array.isArray(value)) {
    const shown = value.map(plainValue);
    if (!shown.length) return { vi: 'trống', en: 'empty' };
    return { vi: shown.map((one) => one.vi).join('; '), en: shown.map((one) => one.en).join('; ') };
  }
  if (typeof value === 'object') {
    const text = (value as { text?: unknown }).text;
    return same(typeof text === 'string' ? text : JSON.stringify(value));
  }
  const text = String(value);
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return same(day ? `${day[3]}/${day[2]}/${day[1]}` : text);
}
