import writeXlsxFile, { type CellObject, type Sheet } from 'write-excel-file/node';
import type { Clarity, SixClearAspect } from '#libraries/document/index.ts';
import type { DocumentRecord, ReviewedDuty } from '../document.ts';
import { keptDuties } from './reviewed-reading.ts';

/** Aspects of “6 rõ” (QĐ 2179/QĐ-TTg of 6/10/2025) in the order in which it names them. */
const aspects: [SixClearAspect, string][] = [
  ['person', 'Rõ người'],
  ['work', 'Rõ việc'],
  ['time', 'Rõ thời gian'],
  ['responsibility', 'Rõ trách nhiệm'],
  ['product', 'Rõ sản phẩm'],
  ['authority', 'Rõ thẩm quyền'],
];
const states: Record<Clarity['state'], string> = {
  stated: 'nêu rõ',
  inherited: 'theo mục trên',
  proposed: 'đề xuất',
  missing: 'chưa nêu',
};

type Row = (string | number | null)[];
type Column = [title: string, width: number];

const dutyColumns: Column[] = [
  ['STT', 6],
  ['Mục', 10],
  ['Nội dung', 70],
  ['Chủ trì', 32],
  ['Phối hợp', 32],
  ['Vai trò', 14],
  ['Đề nghị', 10],
  ['Thời hạn', 22],
  ['Gửi báo cáo', 26],
  ['Sản phẩm', 24],
  ...aspects.map(([, title]): Column => [title, 24]),
];

const dutyRow = (duty: ReviewedDuty, index: number): Row => [
  index + 1,
  duty.path,
  duty.text,
  duty.holders.join('; '),
  duty.coordinators.join('; '),
  duty.lead ? 'Chủ trì' : 'Phối hợp',
  duty.request ? 'Có' : 'Không',
  duty.deadline?.text ?? null,
  duty.reportTo,
  duty.product,
  ...aspects.map(([aspect]) => clarity(duty.sixClear[aspect])),
];

const clarity = ({ state, value }: Clarity): string =>
  value ? `${value} (${states[state]})` : states[state].replace(/^./, (letter) => letter.toUpperCase());

/** A reading as a workbook of three sheets: duties, outline, citations. Bytes of an .xlsx file. */
export function readingWorkbook(document: DocumentRecord): Promise<Buffer> {
  const { outline, citations } = document.reading;
  return writeXlsxFile([
    sheet('Nhiệm vụ', dutyColumns, keptDuties(document).map(dutyRow)),
    sheet(
      'Mục lục',
      [
        ['STT', 6],
        ['Mục', 24],
        ['Nhãn', 14],
        ['Nội dung mở đầu', 90],
      ],
      outline.map((entry, index) => [index + 1, entry.path, entry.label, entry.start]),
    ),
    sheet(
      'Viện dẫn',
      [
        ['STT', 6],
        ['Số, ký hiệu', 24],
        ['Loại văn bản', 18],
        ['Ngày', 14],
        ['Cơ quan ban hành', 36],
        ['Là căn cứ', 12],
        ['Số lần nhắc', 12],
      ],
      citations.map((citation, index) => [
        index + 1,
        citation.symbol,
        citation.kind,
        citation.date?.split('-').reverse().join('/') ?? null,
        citation.issuer,
        citation.basis ? 'Có' : 'Không',
        citation.mentions.length,
      ]),
    ),
  ]).toBuffer();
}

function sheet(name: string, columns: readonly Column[], rows: readonly Row[]): Sheet<Buffer> {
  const border = { borderStyle: 'thin', borderColor: '#9AA8A8' } as const;
  const heading = columns.map(
    ([value]): CellObject => ({
      value,
      type: String,
      fontWeight: 'bold',
      backgroundColor: '#DCEBEA',
      wrap: true,
      align: 'center',
      alignVertical: 'center',
      ...border,
    }),
  );
  const cells = rows.map((row) =>
    row.map((value): CellObject => {
      const style = { wrap: true, alignVertical: 'top', ...border } as const;
      if (typeof value === 'number') return { value, type: Number, align: 'center', ...style };
      // Told to be text, so that “1-2” stays as printed and “=…” never becomes a formula.
      return value ? { value: printable(value), type: String, ...style } : style;
    }),
  );
  return {
    sheet: name,
    data: [heading, ...cells],
    columns: columns.map(([, width]) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  };
}

/** Without the control characters that XML has no place for; at most what a cell holds (32,767). */
const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767);
