import type { Read, Style } from './field.ts';

/**
 * A number as offices write it: '1.060.000,50' and '1,060,000.50' alike. One mark before three digits ('1.060') can
 * be read in two ways: with `isWhole` it stands between thousands, else it is a question unless `style` is known.
 */
export function readNumber(
  given: unknown,
  { style, isWhole = false }: { style?: Style | undefined; isWhole?: boolean } = {},
): Read<number> {
  if (given === null || given === undefined || given === '') return { value: null };
  if (typeof given === 'number') return Number.isFinite(given) ? { value: given } : notANumber(given);
  const text = String(given).replace(/[\s\u00a0'’]/g, '');
  const parts = /^([-+−]?)(\d[\d.,]*)$/.exec(text);
  if (!parts) return notANumber(given);
  const sign = parts[1] === '-' || parts[1] === '−' ? -1 : 1;
  const digits = parts[2]!;
  const marks = [...new Set(digits.match(/[.,]/g) ?? [])];
  const as = (decimal: string) => {
    const number = amountOf(digits, decimal);
    return number === null ? notANumber(given) : { value: sign * number };
  };
  if (marks.length === 0) return { value: sign * Number(digits) };
  // The mark that stands last is the decimal one.
  if (marks.length === 2) return as(digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',');
  const [mark] = marks as [string];
  const other = mark === '.' ? ',' : '.';
  if (digits.split(mark).length > 2) return as(other);
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return as(mark);
  if (isWhole) return as(other);
  if (style === 'decimal-comma') return as(',');
  if (style === 'decimal-point') return as('.');
  return {
    question: { of: String(given), readings: (['decimal-comma', 'decimal-point'] as const).map(reading) },
  };

  function reading(style: 'decimal-comma' | 'decimal-point') {
    const value = sign * amountOf(digits, style === 'decimal-comma' ? ',' : '.')!;
    return { style, shown: showNumber(value) };
  }
}

const notANumber = (given: unknown) => ({
  fault: `“${given}” không phải số: hãy nhập dạng 1.234.567,89.`,
});

/** Null when thousands are not in threes. */
function amountOf(digits: string, decimal: string): number | null {
  const thousand = decimal === '.' ? ',' : '.';
  const [whole = '', part = '', more] = digits.split(decimal);
  if (more !== undefined || part.includes(thousand)) return null;
  if (whole.includes(thousand) && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return null;
  return Number(`${whole.replaceAll(thousand, '') || '0'}.${part || '0'}`);
}

const digits = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 6 });

/** 1234567.5 → '1.234.567,5', exactly as it is. */
export function showNumber(value: number): string {
  const [whole = '', part] = digits.format(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${part ? `,${part}` : ''}`;
}
