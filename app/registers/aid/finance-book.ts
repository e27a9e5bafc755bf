import type { Sheet } from '#app/platform/xlsx-stream.ts';
import { type Cell, type Said, showDay } from '#libraries/register/index.ts';
import { moneySources } from '../declared/aid-choices.ts';
import type { Finance } from './aid.contract.ts';

const sourceOf = (code: string): string => (moneySources as Record<string, Said>)[code]?.[0] ?? code;
const budgets: Record<string, string> = { inBudget: 'trong NSNN', offBudget: 'ngoài NSNN' };

/** The finance tables of a window as a book: money, sums, goods, and what they are of. */
export function financeBook(
  finance: Finance,
  { from, to, money }: { from: string; to: string; money: 'own' | 'VND' },
  today: string,
): Sheet[] {
  const during = `từ ${showDay(from)} đến ${showDay(to)}`;
  return [
    moneySheet(finance),
    sheet(
      'Cộng',
      [['Nguồn', 20], ['Loại tiền', 12], ...balanceColumns],
      finance.totals.map((line) => [sourceOf(line.source), line.currency, ...balanceCells(line)]),
    ),
    goodsSheet(finance),
    sheet(
      'Ghi chú',
      [
        ['Mục', 28],
        ['Nội dung', 90],
      ],
      [
        ['Bảng', 'Tiếp nhận và sử dụng viện trợ không hoàn lại'],
        ['Kỳ số liệu', during],
        ['Căn cứ', 'TT 23/2022/TT-BTC; hiệu lực sau NĐ 313/2025/NĐ-CP chưa kiểm chứng'],
        [
          'Cách tính',
          `Dư cuối kỳ = dư đầu kỳ + tiếp nhận − sử dụng − hoàn trả; ${
            money === 'own'
              ? 'theo nguyên tệ, không cộng các loại tiền với nhau.'
              : 'ngoại tệ quy ra VND theo tỷ giá ghi ở từng lần phát sinh.'
          }`,
        ],
        ...(finance.unconverted ? [['Lần phát sinh chưa quy ra VND, chưa tính', finance.unconverted]] : []),
        ['Dòng có dư cuối kỳ âm', finance.overdrawn],
        ['Ngày lập', showDay(today)],
      ],
    ),
  ];
}

const balanceColumns: [string, number][] = [
  ['Dư đầu kỳ', 18],
  ['Tiếp nhận', 18],
  ['Sử dụng', 18],
  ['Hoàn trả', 16],
  ['Dư cuối kỳ', 18],
];
type Balance = Finance['totals'][number] | Finance['money'][number] | Finance['goods'][number];
const balanceCells = ({
  opening,
  received,
  used,
  returned,
  closing,
}: Omit<Balance, 'source' | 'currency'>) => [opening, received, used, returned, closing];

const sheet = (name: string, columns: [string, number][], rows: Cell[][]): Sheet => ({
  name,
  columns: columns.map(([heading, width]) => ({ heading, width })),
  rows: [rows],
});

const moneySheet = ({ money }: Finance) =>
  sheet(
    'Bằng tiền',
    [
      ['TT', 6],
      ['Mã', 18],
      ['Chương trình, dự án', 44],
      ['Bên cung cấp', 32],
      ['Chủ khoản', 30],
      ['Cơ chế', 14],
      ['Nguồn', 16],
      ['Loại tiền', 10],
      ...balanceColumns,
      ['Đã ghi thu, ghi chi', 18],
      ['Chưa ghi thu, ghi chi', 18],
    ],
    money.map((line, at) => [
      at + 1,
      line.code,
      line.name,
      line.donor,
      line.owner,
      budgets[line.budget ?? ''] ?? null,
      sourceOf(line.source),
      line.currency,
      ...balanceCells(line),
      line.accounted,
      line.pending,
    ]),
  );

const goodsSheet = ({ goods }: Finance) =>
  sheet(
    'Hiện vật',
    [
      ['TT', 6],
      ['Mã', 18],
      ['Chương trình, dự án', 44],
      ['Nguồn', 16],
      ['Hàng hóa', 32],
      ['Đơn vị tính', 14],
      ...balanceColumns,
      ['Trị giá tiếp nhận', 18],
      ['Trị giá sử dụng', 18],
      ['Loại tiền', 10],
    ],
    goods.map((line, at) => [
      at + 1,
      line.code,
      line.name,
      sourceOf(line.source),
      line.goods,
      line.measure,
      ...balanceCells(line),
      line.worthReceived,
      line.worthUsed,
      line.currency,
    ]),
  );
