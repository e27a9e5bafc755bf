import type { DocumentSymbol, OfficialDocument } from './official-document.ts';

type Form = NonNullable<OfficialDocument['form']>;

/** Room for a number written in by hand: non-breaking, so that the symbol stays on the line. */
const handWritten = '\u00a0'.repeat(8);

/** "5" → "05": numbers under 10 take a 0 before (Phụ lục I, mục II.3). Other text is kept as it is. */
export function padNumber(number: string): string {
  const trimmed = number.trim();
  return /^\d$/.test(trimmed) ? `0${trimmed}` : trimmed;
}

/** "05/BC-LHHN"; Party "05-BC/TU" (Hướng dẫn 36-HD/VPTW). A null number leaves a blank. */
export function printSymbol(symbol: DocumentSymbol, form: Form = 'state'): string {
  const number = symbol.number?.trim() ? padNumber(symbol.number) : handWritten;
  return `${number}${form === 'party' ? '-' : '/'}${symbol.notation.trim()}`;
}

/** The whole line of box 3: "Số: 05/BC-LHHN"; Party form writes "Số" without a colon. */
export function printNumberLine(symbol: DocumentSymbol, form: Form = 'state'): string {
  return `${form === 'party' ? 'Số' : 'Số:'} ${printSymbol(symbol, form)}`;
}
