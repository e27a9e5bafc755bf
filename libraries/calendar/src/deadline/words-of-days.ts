import { daysInMonth, type Weekday } from '../date.ts';
import type { Construct, Day, Piece } from './piece.ts';

const weekdays: Record<string, Weekday> = {
  'thứ hai': 1,
  'thứ ba': 2,
  'thứ tư': 3,
  'thứ năm': 4,
  'thứ sáu': 5,
  'thứ bảy': 6,
  'chủ nhật': 7,
};

/** "ngày 15/12/2025", "15 tháng 12 năm 2025", "15/12", "ngày 20", "thứ Sáu", "19h00". */
export const wordsOfDays: Construct[] = [
  {
    name: 'day of quarter',
    pattern:
      /(?:ngày )?(\d{1,2}) (?:của )?tháng (đầu|giữa|thứ hai|cuối)(?: tiên| cùng)?(?: của)?(?: mỗi| hằng)? quý(?: sau| tiếp theo| kế tiếp| báo cáo)?/y,
    read: ([, day, which]) => readDayOfQuarter(Number(day), which!),
  },
  {
    name: 'day of next month',
    pattern: /(?:ngày )?(\d{1,2}) (?:của )?tháng (?:sau|tiếp theo|kế tiếp|liền kề|tiếp sau)/y,
    read: ([, day]) =>
      Number(day) < 1 || Number(day) > 31 ? null : { is: 'day-of-next-month', day: Number(day) },
  },
  {
    name: 'full date',
    pattern: /(?:ngày )?(\d{1,2})([/.-])(\d{1,2})\2(\d{4})/y,
    read: ([, day, , month, year]) => readDay(day!, month!, year),
  },
  {
    name: 'date in words',
    pattern: /(?:ngày )?(\d{1,2}) ?(?:tháng|\/) ?(\d{1,2})(?:,? năm |\/| ?- ?)(\d{4})/y,
    read: ([, day, month, year]) => readDay(day!, month!, year),
  },
  {
    name: 'day and month',
    pattern: /(?:ngày )?(\d{1,2})(?:\/| tháng )(\d{1,2})(?![\d/])/y,
    read: ([, day, month]) => readDay(day!, month!),
  },
  {
    name: 'weekday',
    pattern: /thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\d)|chủ nhật/y,
    read: ([words]) => ({
      is: 'weekday',
      weekday: weekdays[words] ?? ((Number(words.slice(4)) - 1) as Weekday),
    }),
  },
  {
    name: 'time of day',
    pattern: /(\d{1,2}) ?(?:h|giờ|:) ?(?:(\d{2})(?: phút)?)?(?![\d])/y,
    read: ([, hour, minute]) => readTime(Number(hour), Number(minute ?? 0)),
  },
  {
    name: 'bare day',
    pattern: /ngày (\d{1,2})(?![\d/])/y,
    read: ([, day]) => (Number(day) < 1 || Number(day) > 31 ? null : { is: 'day', day: Number(day) }),
  },
];

function readDay(dayWords: string, monthWords: string, yearWords?: string): Day | null {
  const [day, month] = [Number(dayWords), Number(monthWords)];
  if (month < 1 || month > 12 || day < 1) return null;
  const year = yearWords === undefined ? undefined : Number(yearWords);
  if (day > daysInMonth(year ?? 2024, month)) return null;
  return { is: 'day', day, month, ...(year !== undefined && { year }) };
}

function readDayOfQuarter(day: number, which: string): Piece | null {
  if (day < 1 || day > 31) return null;
  return { is: 'day-of-quarter', day, month: which === 'đầu' ? 0 : which === 'cuối' ? 2 : 1 };
}

function readTime(hour: number, minute: number): Piece | null {
  if (hour > 24 || minute > 59) return null;
  return { is: 'time', time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
}
