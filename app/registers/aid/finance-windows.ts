import type { Mark, Said } from '#libraries/register/index.ts';

/** Which days a finance report of aid covers, and when it is due: the calendar windows of TT 23/2022, not those of NĐ 09/2019. */
export type FinanceWindow = {
  key: string;
  said: Said;
  /** 'MM-DD' within the year, or the next one where `endsNextYear`; a month has neither. */
  days: { from: string; to: string } | null;
  endsNextYear?: boolean;
  /** 'MM-DD'; of a month: the day of the month after. */
  due: string;
  /** Due in the year after the one reported on. */
  isDueNextYear: boolean;
  source: string;
  mark: Mark;
};

const source = 'TT 23/2022/TT-BTC (20/5/2022); hiệu lực sau NĐ 313/2025/NĐ-CP chưa kiểm chứng';

export const financeWindows: readonly FinanceWindow[] = [
  { key: 'month', said: ['Tháng', 'Month'], days: null, due: '10', isDueNextYear: false, source, mark: 'V' },
  {
    key: 'first-half',
    said: ['6 tháng đầu năm', 'First half'],
    days: { from: '01-01', to: '06-30' },
    due: '07-31',
    isDueNextYear: false,
    source,
    mark: 'V',
  },
  {
    key: 'second-half',
    said: ['6 tháng cuối năm', 'Second half'],
    days: { from: '07-01', to: '12-31' },
    due: '02-15',
    isDueNextYear: true,
    source,
    mark: 'V',
  },
  {
    key: 'year',
    said: ['Năm (đến 31/01 năm sau)', 'Year (to 31 January next)'],
    days: { from: '01-01', to: '01-31' },
    endsNextYear: true,
    due: '02-28',
    isDueNextYear: true,
    source,
    mark: 'V',
  },
];

export type Days = { from: string; to: string; dueOn: string };

/** The days of a window in a year; of a month, which of the twelve (1 to 12). */
export function daysOf(
  { days, due, endsNextYear, isDueNextYear }: FinanceWindow,
  year: number,
  month = 1,
): Days {
  if (days)
    return {
      from: `${year}-${days.from}`,
      to: `${endsNextYear ? year + 1 : year}-${days.to}`,
      dueOn: `${isDueNextYear ? year + 1 : year}-${due}`,
    };
  const day = (of: number, at: number) => new Date(Date.UTC(year, of, at)).toISOString().slice(0, 10);
  return { from: day(month - 1, 1), to: day(month, 0), dueOn: day(month, Number(due)) };
}
