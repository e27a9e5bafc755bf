import type { Cell, Read, Style } from './field.ts';

/** Serial numbers of sheets between 1927 and 2119. */
const SERIAL = { first: 10_000, last: 80_000 };

/**
 * A day in any of the ways that offices and sheets write it, as 'YYYY-MM-DD': '2026-02-05', '5/2/2026', '05.02.26',
 * 'ngày 05 tháng 02 năm 2026', a date cell, a serial number. The day comes first; '12/31/2024' can only be the other
 * way, and then the whole column is asked about.
 */
export function readDay(given: unknown, style?: Style): Read<string> {
  if (given === null || given === undefined || given === '') return { value: null };
  if (given instanceof Date) return { value: given.toISOString().slice(0, 10) };
  if (typeof given === 'number' && given >= SERIAL.first && given <= SERIAL.last)
    return { value: dayOfSerial(given) };
  const text = String(given).normalize('NFC').trim();
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/.exec(text);
  if (iso) return made(iso[1]!, iso[2]!, iso[3]!) ?? notADay(text);
  const parts =
    /^(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|\s*tháng\s*)\s*(\d{1,2})\s*(?:[/.-]|,?\s*năm\s*)\s*(\d{4}|\d{2})$/i.exec(
      text,
    );
  if (!parts) return notADay(text);
  const [, a, b] = parts as unknown as [string, string, string];
  const year =
    parts[3]!.length === 4 ? parts[3]! : String(Number(parts[3]) + (Number(parts[3]) < 70 ? 2000 : 1900));
  if (style === 'month-first') return made(year, a, b) ?? notADay(text);
  const read = made(year, b, a);
  if (read) return read;
  const otherWay = style === 'day-first' ? null : made(year, a, b);
  if (!otherWay) return notADay(text);
  return {
    question: { of: text, readings: [{ style: 'month-first', shown: showDay(otherWay.value) }] },
  };
}

function made(year: string, month: string, day: string): { value: string } | null {
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(value) ? { value } : null;
}

/** Is it a day of the calendar, 'YYYY-MM-DD'? */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

const notADay = (text: string) => ({ fault: `“${text}” không phải ngày: hãy nhập dạng ngày/tháng/năm.` });

const dayOfSerial = (serial: number) =>
  new Date((Math.floor(serial) - 25_569) * 86_400_000).toISOString().slice(0, 10);

/** '2026-02-05' → '05/02/2026'; '2026-02' → '02/2026'. */
export const showDay = (day: string): string =>
  day.length === 10
    ? `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
    : day.split('-').reverse().join('/');

/** A cell that a sheet shows and sorts as a date. */
export const dayCell = (day: string): Cell => new Date(`${day}T00:00:00Z`);
