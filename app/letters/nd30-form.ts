/**
 * Box (ô số) of the layout diagram, NĐ 30/2020/NĐ-CP, Phụ lục I, mục IV. 'page' is the sheet itself, 'annex'
 * a phụ lục, 'file' a file that cannot be read.
 */
export type Box =
  | 'file'
  | 'page'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5a'
  | '5b'
  | '6'
  | '7a'
  | '7b'
  | '7c'
  | '8'
  | '9a'
  | '9b'
  | '10a'
  | '10b'
  | '11'
  | '12'
  | '13'
  | '14'
  | 'annex';

/** From and to, both allowed. */
export type Range = readonly [least: number, most: number];

/** How one element is set. Sizes in points; `writes` is the size our writer takes inside the range. */
export type ElementRule = {
  box: Box;
  name: string;
  size: Range;
  writes: number;
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
  align?: 'left' | 'center' | 'both';
};

/** Form of administrative documents. Lengths in mm, sizes in points. */
export const nd30Form = {
  source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I (Thể thức, kỹ thuật trình bày văn bản hành chính)',
  validFrom: '2020-03-05',
  validTo: null,
  font: 'Times New Roman',
  page: {
    width: 210,
    height: 297,
    margins: { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] },
    writes: { top: 20, bottom: 20, left: 30, right: 15 },
  },
  texts: {
    motherland: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
  },
  /** First-line indent 1 or 1.27 cm; at least 6 pt between paragraphs; lines single to 1.5. */
  body: { indents: [10, 12.7], indentWrites: 12.7, spacing: 6, lines: [1, 1.5], linesWrites: 1.1 },
  /** A rule under a heading is a third to a half of the words above it; under the motto, all of them. */
  rule: { share: [1 / 3, 1 / 2], writes: 0.4 },
  elements: {
    motherland: {
      box: '1',
      name: 'Quốc hiệu',
      size: [12, 13],
      writes: 13,
      bold: true,
      italic: false,
      caps: true,
    },
    motto: { box: '1', name: 'Tiêu ngữ', size: [13, 14], writes: 14, bold: true, italic: false },
    superior: {
      box: '2',
      name: 'Tên cơ quan chủ quản',
      size: [12, 13],
      writes: 13,
      bold: false,
      italic: false,
      caps: true,
    },
    issuer: {
      box: '2',
      name: 'Tên cơ quan ban hành',
      size: [12, 13],
      writes: 13,
      bold: true,
      italic: false,
      caps: true,
    },
    number: { box: '3', name: 'Số, ký hiệu', size: [13, 13], writes: 13, bold: false, italic: false },
    placeDate: {
      box: '4',
      name: 'Địa danh và thời gian ban hành',
      size: [13, 14],
      writes: 14,
      bold: false,
      italic: true,
    },
    kind: {
      box: '5a',
      name: 'Tên loại văn bản',
      size: [13, 14],
      writes: 14,
      bold: true,
      italic: false,
      caps: true,
      align: 'center',
    },
    title: {
      box: '5a',
      name: 'Trích yếu nội dung',
      size: [13, 14],
      writes: 14,
      bold: true,
      italic: false,
      align: 'center',
    },
    letterTitle: {
      box: '5b',
      name: 'Trích yếu nội dung công văn',
      size: [12, 13],
      writes: 13,
      bold: false,
      italic: false,
    },
    basis: { box: '6', name: 'Căn cứ ban hành', size: [13, 14], writes: 14, italic: true, align: 'both' },
    body: { box: '6', name: 'Nội dung văn bản', size: [13, 14], writes: 14, align: 'both' },
    authority: {
      box: '7a',
      name: 'Quyền hạn, chức vụ của người ký',
      size: [13, 14],
      writes: 14,
      bold: true,
      italic: false,
      caps: true,
    },
    signer: { box: '7b', name: 'Họ và tên người ký', size: [13, 14], writes: 14, bold: true, italic: false },
    addressee: { box: '9a', name: 'Kính gửi', size: [13, 14], writes: 14, bold: false, italic: false },
    recipientsHead: {
      box: '9b',
      name: 'Từ “Nơi nhận”',
      size: [12, 12],
      writes: 12,
      bold: true,
      italic: true,
    },
    recipient: {
      box: '9b',
      name: 'Danh sách nơi nhận',
      size: [11, 11],
      writes: 11,
      bold: false,
      italic: false,
    },
    urgency: { box: '10b', name: 'Dấu chỉ mức độ khẩn', size: [13, 14], writes: 13, bold: true, caps: true },
    /** No sizes of letters: a picture. Blue, PNG on a transparent ground (mục II.7). */
    handSign: { box: '7c', name: 'Chữ ký của người có thẩm quyền', size: [0, 99], writes: 0 },
    /** Red, its true size, PNG on a transparent ground, over about a third of the signature on its left (mục II.8). */
    seal: { box: '8', name: 'Dấu, chữ ký số của cơ quan', size: [0, 99], writes: 0 },
    /** By the law on state secrets, which leaves its size to the stamp. */
    secrecy: { box: '10a', name: 'Dấu chỉ độ mật', size: [0, 99], writes: 13, caps: true },
    circulation: {
      box: '11',
      name: 'Chỉ dẫn về phạm vi lưu hành',
      size: [13, 14],
      writes: 13,
      bold: true,
      italic: false,
      caps: true,
    },
    drafter: {
      box: '12',
      name: 'Ký hiệu người soạn thảo và số lượng bản phát hành',
      size: [11, 11],
      writes: 11,
      bold: false,
      italic: false,
    },
    contact: {
      box: '13',
      name: 'Địa chỉ cơ quan; thư điện tử; trang thông tin điện tử; số điện thoại; số Fax',
      size: [11, 12],
      writes: 11,
      bold: false,
      italic: false,
    },
    copy: {
      box: '14',
      name: 'Chữ ký số của cơ quan trên bản sao điện tử',
      size: [10, 10],
      writes: 10,
      bold: false,
      italic: false,
    },
    pageNumber: {
      box: 'page',
      name: 'Số trang',
      size: [13, 14],
      writes: 14,
      bold: false,
      italic: false,
      align: 'center',
    },
    annexLabel: {
      box: 'annex',
      name: 'Từ “Phụ lục”',
      size: [14, 14],
      writes: 14,
      bold: true,
      italic: false,
      align: 'center',
    },
    annexTitle: {
      box: 'annex',
      name: 'Tiêu đề phụ lục',
      size: [13, 14],
      writes: 14,
      bold: true,
      italic: false,
      caps: true,
      align: 'center',
    },
    annexReference: {
      box: 'annex',
      name: 'Dòng “Kèm theo”',
      size: [13, 14],
      writes: 14,
      bold: false,
      italic: true,
      align: 'center',
    },
  },
  /** Wordings of the marks: độ mật by the law on state secrets, phạm vi lưu hành by mục III.2. */
  marks: {
    secrecy: ['TUYỆT MẬT', 'TỐI MẬT', 'MẬT'],
    circulation: ['XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ'],
  },
  /** How far the seal covers the signature from its left: about a third. */
  sealOver: [0.15, 0.55],
  /** Frames of the urgency marks, mm, Phụ lục I, mục II.10. */
  urgencyFrames: { 'HỎA TỐC': [30, 8], 'THƯỢNG KHẨN': [40, 8], KHẨN: [20, 8] },
} as const satisfies {
  elements: Record<string, ElementRule>;
  urgencyFrames: Record<string, readonly [width: number, height: number]>;
} & Record<string, unknown>;

/** Name of an element of the form, as in `nd30Form.elements`. */
export type ElementName = keyof typeof nd30Form.elements;

/** The rule of one element, widened for reading. */
export function ruleOf(element: ElementName): ElementRule {
  return nd30Form.elements[element];
}
