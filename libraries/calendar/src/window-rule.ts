import type { PeriodKind } from './period.ts';

/** A day of a month counted from a period: `month` 0 is the period's first (for `from`) or last month (otherwise). */
export type PeriodDay = { month: number; day: number | 'last' };

/** Sending: so many working days after the data are closed, or a day counted from the period's last month. */
export type SendBy = { workingDays: number } | PeriodDay;

/**
 * How a period becomes a window of data: which day it opens, which day it closes, when it is sent.
 * It is data: a report keeps the rule it was started with, so that old windows do not move.
 */
export type WindowRule = {
  /** Vietnamese, as shown. */
  name: string;
  source: string;
  from: PeriodDay;
  to: PeriodDay;
  sendBy?: SendBy;
  /** Other days for one kind of period, or for one of its indexes (the second half-year). */
  exceptions?: readonly { kind: PeriodKind; index?: number; to?: PeriodDay; sendBy?: SendBy }[];
};

/** Rules known by name; a body with its own days passes a `WindowRule` of its own. */
export type WindowRuleName = '15-14' | 'calendar' | 'tt-23-2022';

export const windowRules: Readonly<Record<WindowRuleName, WindowRule>> = {
  // The decree leaves the sending day to each receiver; Khánh Hòa says 2 working days: add `sendBy` to a copy.
  '15-14': {
    name: 'Từ ngày 15 tháng trước kỳ đến ngày 14 tháng cuối kỳ',
    source: 'Nghị định 09/2019/NĐ-CP (theo văn bản của tỉnh dẫn lại)',
    from: { month: -1, day: 15 },
    to: { month: 0, day: 14 },
  },
  calendar: {
    name: 'Từ ngày đầu kỳ đến ngày cuối kỳ theo dương lịch',
    source: 'Kỳ dương lịch',
    from: { month: 0, day: 1 },
    to: { month: 0, day: 'last' },
  },
  'tt-23-2022': {
    name: 'Kỳ dương lịch, báo cáo tài chính viện trợ của cơ quan chủ quản',
    source: 'Thông tư 23/2022/TT-BTC (hiệu lực theo Nghị định 313/2025/NĐ-CP chưa kiểm chứng)',
    from: { month: 0, day: 1 },
    to: { month: 0, day: 'last' },
    exceptions: [
      { kind: 'month', sendBy: { month: 1, day: 10 } },
      { kind: 'half-year', index: 1, sendBy: { month: 1, day: 31 } },
      { kind: 'half-year', index: 2, sendBy: { month: 2, day: 15 } },
      { kind: 'year', to: { month: 1, day: 31 }, sendBy: { month: 2, day: 28 } },
    ],
  },
};
