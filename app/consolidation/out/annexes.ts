import type { Indicator, IndicatorValue } from '#app/reports/indicator.contract.ts';
import type { Figures } from '../sentence.ts';
import { sayTotal } from '../totals/say-total.ts';
import { ownFigure, type Total } from '../totals/total.ts';
import type { CellValue, SheetOf } from './sheet.ts';

/** What an agency filed, as the annexes name it. */
export type AnnexFiling = {
  agencyReportId: string;
  agencyName: string;
  number: number;
  values: readonly IndicatorValue[];
  sha256: string;
  filedAt: Date;
  isLate: boolean;
};
export type AnnexFacts = {
  indicators: readonly Indicator[];
  totals: readonly Total[];
  figures: Figures;
  filings: readonly AnnexFiling[];
  /** All agencies that were to report. */
  expected: readonly { id: string; agencyName: string }[];
};

const rules: Record<Indicator['rule'], string> = {
  flow: 'Cộng dồn các cơ quan',
  stock: 'Số tại ngày chốt, cộng các cơ quan',
  distinct: 'Đếm không trùng, ai kể cũng tính một lần',
  ratio: 'Tổng tử số chia tổng mẫu số',
};
const cells: [keyof Figures['cells'], string][] = [
  ['done-in-time', 'Hoàn thành đúng hạn'],
  ['done-late', 'Hoàn thành quá hạn'],
  ['open-in-time', 'Đang thực hiện trong hạn'],
  ['open-late', 'Đang thực hiện quá hạn'],
  ['request', 'Đề nghị phối hợp (theo dõi riêng)'],
];
const day = (date: string) => date.split('-').reverse().join('/');

/** The tables of figures behind a report, a sheet each: indicators by agency, the four cells, who reported. */
export function annexSheets(facts: AnnexFacts): SheetOf[] {
  return [indicatorSheet(facts), cellSheet(facts.figures), reportedSheet(facts)];
}

function indicatorSheet({ indicators, totals, filings }: AnnexFacts): SheetOf {
  const byKey = new Map(totals.map((total) => [total.indicator, total]));
  return {
    name: 'Chỉ tiêu',
    columns: [
      { title: 'TT', width: 6 },
      { title: 'Chỉ tiêu', width: 44 },
      { title: 'Đơn vị tính', width: 14 },
      { title: 'Cách cộng', width: 26 },
      { title: 'Tổng số', width: 16 },
      { title: 'Ghi trong báo cáo', width: 30 },
      { title: 'Để ra ngoài tổng', width: 12 },
      ...filings.map(({ agencyName }) => ({ title: agencyName, width: 18 })),
    ],
    rows: indicators.map((one, n) => {
      const total = byKey.get(one.key);
      const said = total ? sayTotal(one, total) : null;
      const told = filings.map((filing) => filedValue(one, filing.values));
      const { leftOut = 0 } = total ?? {};
      return [
        n + 1,
        one.name,
        one.unit,
        rules[one.rule],
        amountOf(one, total),
        said,
        leftOut || null,
        ...told,
      ];
    }),
  };
}

const amountOf = (indicator: Indicator, total: Total | undefined): CellValue => {
  if (!total) return null;
  if (indicator.rule !== 'ratio') return total.amount;
  return total.amount !== null && total.whole ? Math.round((total.amount / total.whole) * 1e4) / 100 : null;
};

/** A ratio as its part and whole, money of other currencies with its currency. */
function filedValue(indicator: Indicator, values: readonly IndicatorValue[]): CellValue {
  const value = values.find((one) => one.indicator === indicator.key);
  if (!value) return null;
  if (indicator.rule === 'ratio')
    return value.amount === null || value.whole === null ? null : `${value.amount}/${value.whole}`;
  const own = ownFigure(value);
  return own !== null && value.currency && value.currency !== 'VND' ? `${own} ${value.currency}` : own;
}

const cellSheet = ({ asOf, duties, cells: counts }: Figures): SheetOf => ({
  name: 'Bốn ô nhiệm vụ',
  columns: [
    { title: `Tình trạng đến ngày ${day(asOf)}`, width: 44 },
    { title: 'Số nhiệm vụ', width: 14 },
  ],
  rows: [...cells.map(([cell, name]) => [name, counts[cell]]), ['Tổng số nhiệm vụ', duties]],
  totals: 1,
});

function reportedSheet({ expected, filings }: AnnexFacts): SheetOf {
  const byReport = new Map(filings.map((one) => [one.agencyReportId, one]));
  return {
    name: 'Cơ quan báo cáo',
    columns: [
      { title: 'TT', width: 6 },
      { title: 'Cơ quan', width: 48 },
      { title: 'Đã gửi', width: 14 },
      { title: 'Lần gửi', width: 9 },
      { title: 'Ngày gửi', width: 14 },
      { title: 'Đúng hạn', width: 12 },
      { title: 'Mã SHA-256 của bản gửi', width: 68 },
    ],
    rows: [
      ...expected.map(({ id, agencyName }, n): CellValue[] => {
        const filing = byReport.get(id);
        if (!filing) return [n + 1, agencyName, 'Chưa gửi', null, null, null, null];
        const { number, filedAt, isLate, sha256 } = filing;
        return [
          n + 1,
          agencyName,
          'Đã gửi',
          number,
          vietnameseDay(filedAt),
          isLate ? 'Quá hạn' : 'Đúng hạn',
          sha256,
        ];
      }),
      [null, 'Tổng số', `${byReport.size}/${expected.length}`, null, null, null, null],
    ],
    totals: 1,
  };
}

const format = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
export const vietnameseDay = (at: Date): string => format.format(at);
