import type { Tx } from '#app/platform/database.ts';
import { listGoods, listMoney } from '../aid/finance.store.ts';
import type { Asked } from './asked.ts';

type Line = {
  source: string;
  currency: string;
  opening: number;
  received: number;
  used: number;
  closing: number;
};

/** Columns of the finance tables (TT 23/2022/TT-BTC Điều 20): what each is called, and what it takes of a line. */
const columns = [
  ['opening', 'Số dư đầu kỳ', 'Opening balance', 'stock'],
  ['received', 'Nhận trong kỳ', 'Received', 'flow'],
  ['used', 'Sử dụng trong kỳ', 'Used', 'flow'],
  ['closing', 'Số dư cuối kỳ', 'Closing balance', 'stock'],
  ['accounted', 'Đã ghi thu, ghi chi', 'Accounted by the Treasury', 'flow'],
  ['pending', 'Chưa ghi thu, ghi chi', 'Not yet accounted', 'flow'],
] as const;

/** The finance tables of an agency's aid as figures of reports, by currency: the same sums as the page of aid shows. */
export const aidFigures = [
  ...columns.flatMap(([column, vi, en, rule]) =>
    (['VND', 'USD', 'EUR'] as const).map((currency) => ({
      name: `aid-finance.${column}.${currency.toLowerCase()}`,
      said: {
        vi: `Viện trợ bằng tiền: ${vi.toLocaleLowerCase('vi')} (${currency})`,
        en: `Aid in money: ${en} (${currency})`,
      },
      unit: currency === 'VND' ? 'đồng' : currency,
      rule,
      currency,
      compute: async (tx: Tx, asked: Asked) =>
        sumOf(await listMoney(tx, reading(asked)), currency, (line) => line[column]),
    })),
  ),
  {
    name: 'aid-finance.goods-worth.vnd',
    said: { vi: 'Viện trợ bằng hiện vật: trị giá đã nhận (VND)', en: 'Aid in kind: value received (VND)' },
    unit: 'đồng',
    rule: 'flow' as const,
    currency: 'VND',
    compute: async (tx: Tx, asked: Asked) =>
      sumOf(await listGoods(tx, reading(asked)), 'VND', (line) => line.worthReceived),
  },
  {
    name: 'aid-finance.goods-received',
    said: { vi: 'Viện trợ bằng hiện vật: số lượng đã nhận', en: 'Aid in kind: quantity received' },
    unit: 'hiện vật',
    rule: 'flow' as const,
    currency: null,
    compute: async (tx: Tx, asked: Asked) =>
      sumOf(await listGoods(tx, reading(asked)), null, (line) => line.received),
  },
];

const reading = ({ agencyId, window }: Asked) => ({ ...window, agencyId, reach: 'all' as const });

/** Aid alone: counterpart funds stand in a figure of their own. Without a line nothing is said. */
const sumOf = <L extends Line>(lines: readonly L[], currency: string | null, of: (line: L) => number) => ({
  amount: lines.length
    ? lines
        .filter((line) => line.source === 'aid' && (currency === null || line.currency === currency))
        .reduce((sum, line) => sum + of(line), 0)
    : null,
  whole: null,
  counted: [],
});
