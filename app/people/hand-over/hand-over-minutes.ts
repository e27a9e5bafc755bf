import type { Block, OfficialDocument } from '#app/letters/index.ts';
import type { HandOver, Item } from './hand-over.store.ts';
import type { ItemKind } from './hand-over.ts';

const groups: [string, ItemKind[]][] = [
  ['Vai trò và việc làm thay', ['role', 'substitution']],
  ['Nhiệm vụ đang theo dõi', ['assignment']],
  ['Báo cáo chưa gửi', ['report']],
  ['Văn bản đang xử lý', ['document']],
  ['Việc đã hứa, đã cam kết', ['promise']],
  ['Đầu mối liên hệ', ['contact']],
  ['Nội dung khác', ['other']],
];
const noOne = 'không chuyển tiếp';
const showDay = (day: string) => day.split('-').reverse().join('/');
/** In office time: 22/11/2026 14:05. */
const showInstant = (at: Date) => {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString();
  return `${showDay(local.slice(0, 10))} ${local.slice(11, 16)}`;
};

/** The minutes of a hand-over as an official document, in the form of NĐ 30/2020/NĐ-CP. */
export function handOverMinutes(
  one: Pick<HandOver, 'personName' | 'personTitle' | 'agencyName' | 'lastDay' | 'preparedAt' | 'endsWork'>,
  items: readonly Item[],
  province: string,
): OfficialDocument {
  const made = new Date(one.preparedAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  return {
    issuer: one.agencyName,
    symbol: { number: null, notation: 'BB' },
    place: province.replace(/^(Thành phố|Tỉnh)\s+/i, ''),
    date: made,
    kind: 'Biên bản',
    title: 'Bàn giao công việc',
    addressees: [],
    bases: [],
    body: [
      ...opening(one),
      ...receiversOf(items).map(
        (receiver): Block => ({
          kind: 'item',
          text: `Bên nhận: ${receiver.name}${receiver.title ? `, ${receiver.title}` : ''}`,
        }),
      ),
      ...groups.flatMap(([heading, kinds]) =>
        section(
          heading,
          items.filter(({ kind }) => kinds.includes(kind)),
        ),
      ),
      { kind: 'heading', level: 1, text: 'Xác nhận của các bên' },
      signing(items),
      {
        kind: 'paragraph',
        text: 'Biên bản có hiệu lực khi mọi bên nhận đã xác nhận',
      },
    ],
    signature: { authority: [], position: 'BÊN GIAO', name: one.personName },
    recipients: ['Bên giao, bên nhận', one.agencyName, 'Lưu: VT.'],
  };
}

function opening(one: Parameters<typeof handOverMinutes>[0]): Block[] {
  const reason = one.endsWork ? 'thôi việc' : `thôi giữ vai trò tại ${one.agencyName}`;
  return [
    {
      kind: 'paragraph',
      text: `Các bên bàn giao công việc do ${one.personName} ${reason}, ngày làm việc cuối ${showDay(one.lastDay)}, như sau:`,
    },
    { kind: 'heading', level: 1, text: 'Thành phần' },
    { kind: 'item', text: `Bên giao: ${one.personName}${one.personTitle ? `, ${one.personTitle}` : ''}` },
  ];
}

function section(heading: string, items: readonly Item[]): Block[] {
  if (!items.length) return [];
  return [
    { kind: 'heading', level: 1, text: heading },
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 1, align: 'center' },
        { header: 'Nội dung', width: 7 },
        { header: 'Tình trạng', width: 4 },
        { header: 'Hạn', width: 2, align: 'center' },
        { header: 'Người nhận', width: 3 },
      ],
      rows: items.map((item, index) => [
        String(index + 1),
        item.title,
        item.detail ?? '',
        item.dueOn ? showDay(item.dueOn) : '',
        item.successorName ?? noOne,
      ]),
    },
  ];
}

type Receiver = { name: string; title: string | null; count: number; at: Date | null };

function receiversOf(items: readonly Item[]): Receiver[] {
  const found = new Map<string, Receiver>();
  for (const item of items) {
    if (!item.successorId) continue;
    const before = found.get(item.successorId);
    found.set(item.successorId, {
      name: item.successorName ?? '',
      title: item.successorTitle,
      count: (before?.count ?? 0) + 1,
      at: item.receivedAt,
    });
  }
  return [...found.values()];
}

const signing = (items: readonly Item[]): Block => ({
  kind: 'table',
  columns: [
    { header: 'Bên nhận', width: 4 },
    { header: 'Số mục', width: 2, align: 'center' },
    { header: 'Xác nhận trên Nhịp Cầu', width: 4, align: 'center' },
    { header: 'Ký, ghi rõ họ tên', width: 4 },
  ],
  rows: receiversOf(items).map(({ name, count, at }) => [
    name,
    String(count),
    at ? showInstant(at) : 'chưa xác nhận',
    '',
  ]),
});
