import type { Block, OfficialDocument } from './official-document.ts';

const prose =
  'Thực hiện Kế hoạch số 217/KH-UBND của Ủy ban nhân dân thành phố về công tác đối ngoại nhân dân, Liên hiệp các tổ chức hữu nghị thành phố đã phối hợp với các sở, ngành và địa phương triển khai các nhiệm vụ được giao; đến nay kết quả đạt được cơ bản bảo đảm tiến độ đề ra.';

const results: Block = {
  kind: 'table',
  caption: 'Bảng 1. Kết quả theo cơ quan chủ trì',
  columns: [
    { header: 'TT', width: 1, align: 'center' },
    { header: 'Nhiệm vụ', width: 6 },
    { header: 'Cơ quan chủ trì', width: 3 },
    { header: 'Thời hạn', width: 2, align: 'center' },
    { header: 'Kết quả', width: 2, align: 'right' },
  ],
  rows: Array.from({ length: 24 }, (_, index) => [
    String(index + 1),
    `Tổ chức hoạt động giao lưu nhân dân lần thứ ${index + 1} với đối tác nước ngoài`,
    index % 2 ? 'Sở Ngoại vụ' : 'Liên hiệp các tổ chức hữu nghị',
    '15/12/2026',
    `${index * 4 + 3} %`,
  ]),
};

/** A report of some pages: three levels of headings, items, a table over two pages, two annexes. */
export const report: OfficialDocument = {
  superior: 'Ủy ban nhân dân thành phố Đà Nẵng',
  issuer: 'Liên hiệp các tổ chức hữu nghị thành phố Đà Nẵng',
  symbol: { number: '5', notation: 'BC-LHHN' },
  place: 'Đà Nẵng',
  date: '2026-02-05',
  kind: 'Báo cáo',
  title:
    'Kết quả thực hiện Kế hoạch số 217/KH-UBND về công tác đối ngoại nhân dân trên địa bàn thành phố năm 2026',
  addressees: ['Ủy ban nhân dân thành phố Đà Nẵng'],
  bases: [
    'Căn cứ Kế hoạch số 217/KH-UBND ngày 12 tháng 11 năm 2025 của Ủy ban nhân dân thành phố',
    'Theo đề nghị của Văn phòng Liên hiệp',
  ],
  body: [
    { kind: 'paragraph', text: prose },
    { kind: 'heading', level: 1, text: 'Kết quả thực hiện' },
    { kind: 'heading', level: 2, text: 'Công tác chỉ đạo, điều hành' },
    { kind: 'paragraph', text: [{ text: 'Đã ban hành 12 văn bản. ' }, { text: prose, italic: true }] },
    { kind: 'item', text: prose },
    { kind: 'item', text: prose },
    { kind: 'item', depth: 2, text: 'Trong đó có 03 nhiệm vụ hoàn thành trước hạn.' },
    { kind: 'heading', level: 2, text: 'Kết quả theo nhóm nhiệm vụ' },
    { kind: 'heading', level: 3, text: 'Nhóm nhiệm vụ thông tin đối ngoại' },
    { kind: 'paragraph', text: prose },
    { kind: 'heading', level: 3, text: 'Nhóm nhiệm vụ vận động viện trợ' },
    { kind: 'paragraph', text: prose },
    results,
    { kind: 'heading', level: 1, text: 'Khó khăn và kiến nghị' },
    { kind: 'paragraph', text: prose },
    { kind: 'heading', level: 1, text: 'Phương hướng thời gian tới' },
    { kind: 'paragraph', text: prose },
    {
      kind: 'paragraph',
      text: 'Trên đây là báo cáo kết quả, kính đề nghị Ủy ban nhân dân thành phố xem xét, chỉ đạo.',
    },
  ],
  signature: {
    authority: ['TM. Ban Thường trực', 'KT. Chủ tịch'],
    position: 'Phó Chủ tịch',
    name: 'Nguyễn Thị Minh Châu',
  },
  recipients: [
    'Sở Ngoại vụ',
    'Các thành viên Ban Thường trực Liên hiệp các tổ chức hữu nghị thành phố',
    'Lưu: VT, NHH',
  ],
  annexes: [
    { title: 'Danh mục nhiệm vụ chưa hoàn thành', blocks: [results], landscape: true },
    {
      title: 'Giải trình số liệu',
      blocks: [
        { kind: 'paragraph', text: prose },
        { kind: 'item', text: prose },
      ],
    },
  ],
};

/** A letter that urges two bodies to report. */
export const letter: OfficialDocument = {
  superior: 'Ủy ban nhân dân thành phố Đà Nẵng',
  issuer: 'Sở Ngoại vụ',
  symbol: { number: null, notation: 'SNgV-HTQT' },
  place: 'Đà Nẵng',
  date: null,
  year: 2026,
  kind: 'Công văn',
  title: 'đôn đốc báo cáo tiến độ thực hiện Kế hoạch số 217/KH-UBND',
  addressees: ['Sở Văn hóa, Thể thao và Du lịch', 'Ủy ban nhân dân các xã, phường, đặc khu'],
  bases: [],
  body: [
    { kind: 'paragraph', text: prose },
    { kind: 'paragraph', text: 'Sở Ngoại vụ đề nghị các cơ quan:' },
    {
      kind: 'heading',
      level: 2,
      text: 'Báo cáo tiến độ các nhiệm vụ được giao trước ngày 15 tháng 12 năm 2026.',
    },
    { kind: 'heading', level: 2, text: 'Nêu rõ khó khăn, vướng mắc và đề xuất, kiến nghị.' },
    { kind: 'paragraph', text: 'Rất mong nhận được sự phối hợp của các cơ quan.' },
  ],
  signature: { authority: [], position: 'Giám đốc', name: 'Trần Văn An' },
  recipients: ['Giám đốc Sở (để báo cáo)', 'Lưu: VT, HTQT'],
  urgency: 'HỎA TỐC',
};

/** A Party document. */
export const partyReport: OfficialDocument = {
  ...report,
  form: 'party',
  superior: 'Thành ủy Đà Nẵng',
  issuer: 'Ban Tuyên giáo và Dân vận',
  symbol: { number: '12', notation: 'BC/BTGDVTU' },
  addressees: [],
  bases: [],
  annexes: [],
  signature: { authority: ['T/M Ban Thường vụ'], position: 'Phó Bí thư', name: 'Nguyễn Thị Minh Châu' },
};

/** A letter of reminder with its duties in a table. */
export const reminder: OfficialDocument = {
  ...letter,
  symbol: { number: '12', notation: 'SNgV-HTQT' },
  date: '2026-12-07',
  addressees: ['Sở Văn hóa, Thể thao và Du lịch'],
  body: [
    { kind: 'paragraph', text: prose },
    {
      kind: 'table',
      columns: [
        { header: 'STT', width: 1, align: 'center' },
        { header: 'Nhiệm vụ', width: 8 },
        { header: 'Hạn', width: 2.4, align: 'center' },
        { header: 'Tình hình', width: 4 },
      ],
      rows: [
        [
          '1',
          'Tổ chức giao lưu nhân dân (mục III.2.a Kế hoạch số 217/KH-UBND)',
          '30/11/2026',
          'Đã qua thời hạn, chưa có báo cáo hoàn thành',
        ],
        ['2', 'Rà soát các thỏa thuận quốc tế', '', 'Chưa có thông tin về tình hình thực hiện'],
      ],
    },
    {
      kind: 'paragraph',
      text: 'Đề nghị các cơ quan chuẩn bị ý kiến về tiến độ, khó khăn, vướng mắc và đề xuất trước ngày họp.',
    },
  ],
  urgency: 'THƯỢNG KHẨN',
};
