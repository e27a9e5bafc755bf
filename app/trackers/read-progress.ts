import { type CalendarDate, findDate } from '#libraries/calendar/index.ts';
import { type Cell, cellText, dayText } from './sheet-grid.ts';

/** What the column of progress says of a row: its own words, how far, and the day it names. */
export type SaidProgress = {
  /** 'Hoàn thành 70%' */
  words: string;
  /** `none`: nothing was begun, so there is nothing to write. */
  said: 'none' | 'going' | 'done';
  percent: number | null;
  /** Not after today: a day that is still to come is a plan, not what was done. */
  doneOn: CalendarDate | null;
};

const LONGEST = 1000;

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

const notBegun = /\b(chua (thuc hien|trien khai|lam|bat dau|co ket qua|bao cao)|khong thuc hien)\b/;
/** Done only in part, not yet, or to come. */
const notDone =
  /\b(chua|khong|co ban|gan|mot phan|du kien|se|phan dau|sap|tiep tuc|dang|con lai|du thao|den ngay|truoc ngay|cham|qua han|khi)\b/;
const done = /\b(hoan thanh|da xong|xong|hoan tat|ket thuc|da thuc hien|da to chuc|da ban hanh)\b/;

/** '70%', 0,7 as Excel keeps 70%, 'Đã xong 12/3/2026', 'Chưa thực hiện'. Null where the cell says nothing. */
export function readProgress(cell: Cell, today: CalendarDate): SaidProgress | null {
  if (typeof cell === 'number') return ofPercent(cell > 1 ? cell : cell * 100);
  const words = (cell instanceof Date ? dayText(cell) : cellText(cell))
    .replace(/\n+/g, '; ')
    .slice(0, LONGEST);
  if (!words || /^[-–.…/]+$/.test(words)) return null;
  const flat = fold(words);
  const percent = percentIn(flat);
  const doneOn = dayIn(flat, today);
  if (percent === 0 || (notBegun.test(flat) && !doneOn))
    return { words, said: 'none', percent, doneOn: null };
  const isDone = percent === null ? done.test(flat) && !notDone.test(flat) : percent === 100;
  const isToCome = isDone && doneOn === null && namesDay(flat);
  return { words, said: isDone && !isToCome ? 'done' : 'going', percent, doneOn };
}

function ofPercent(number: number): SaidProgress | null {
  const percent = Math.round(number * 10) / 10;
  if (percent < 0 || percent > 100) return null;
  const said = percent === 0 ? 'none' : percent === 100 ? 'done' : 'going';
  return { words: `${String(percent).replace('.', ',')}%`, said, percent, doneOn: null };
}

function percentIn(flat: string): number | null {
  const found = /(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s*%/.exec(flat);
  const percent = found ? Number(found[1]!.replace(',', '.')) : null;
  return percent !== null && percent <= 100 ? percent : null;
}

const dayPattern = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?![\d/%])/g;
const namesDay = (flat: string): boolean => flat.search(dayPattern) >= 0;

/** The last day in the words that has come; a day without a year is the latest such day. */
function dayIn(flat: string, today: CalendarDate): CalendarDate | null {
  const days = [...flat.matchAll(dayPattern)].flatMap(([, day, month, said]) => {
    const thisYear = Number(today.slice(0, 4));
    const named = said ? Number(said.length === 2 ? `20${said}` : said) : thisYear;
    const found = findDate(named, Number(month), Number(day));
    if (found && !said && found > today) return findDate(thisYear - 1, Number(month), Number(day)) ?? [];
    return found ?? [];
  });
  return days.findLast((day) => day <= today) ?? null;
}
