import type { CalendarDate, Weekday } from '../date.ts';
import { addDays, weekday } from '../date-arithmetic.ts';
import { showDate } from '../show-date.ts';
import type { Deadline } from './deadline.ts';

const numbers: Record<string, Weekday> = { hai: 1, ba: 2, tư: 3, năm: 4, sáu: 5, bảy: 6 };
const said =
  /^(?:(trước|chậm nhất(?: là| vào)?|xong trong) )?(?:(\d{1,2}) ?(?:h|giờ) ?(\d{2})?(?: phút)?,? )?(?:ngày |sáng |chiều )?(?:thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?: tuần (này|sau|tới))?$/u;

type Reading = Omit<Deadline, 'words'>;

/**
 * "Trước thứ Sáu", "thứ Tư tuần sau": a day of the week as a meeting says it, seen from the day of the document; null
 * for other words, without that day, or where the day of "tuần này" had passed. It is a proposal to confirm.
 * @param words in small letters, single spaces
 */
export function weekdaySaid(words: string, issued: CalendarDate | undefined): Reading | null {
  const found = said.exec(words);
  if (!found || !issued) return null;
  const [, limit, hour, minute, name, week] = found;
  const wanted = name === undefined ? 7 : (numbers[name] ?? ((Number(name) - 1) as Weekday));
  const today = weekday(issued);
  // The next such day, never the day of the document itself; of a week that is named, that week's, from Monday.
  const ahead = week ? wanted - today + (week === 'này' ? 0 : 7) : ((wanted - today + 6) % 7) + 1;
  if (ahead < 0) return null;
  const due = addDays(issued, ahead);
  return {
    kind: 'date',
    due,
    limit: limit === 'trước' ? 'before' : 'by',
    unit: 'day',
    ...(hour ? { time: `${hour.padStart(2, '0')}:${minute ?? '00'}` } : {}),
    assumption: `tính từ ngày của văn bản ${showDate(issued)}`,
  };
}
