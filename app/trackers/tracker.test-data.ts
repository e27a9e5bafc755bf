import writeXlsxFile from 'write-excel-file/node';
import type { Answer, Route } from '#app/platform/contract.ts';
import type { Person, TestHouse } from '#test/house.ts';

type Given = string | number | Date | null | { value: string; rowSpan?: number; columnSpan?: number };

/** A book as an office keeps it. */
export const bookOf = (rows: Given[][], sheet = 'Theo dõi'): Promise<Buffer> =>
  writeXlsxFile([
    {
      sheet,
      data: rows.map((row) =>
        row.map((value) =>
          value instanceof Date
            ? { value, type: Date, format: 'dd/mm/yyyy' }
            : typeof value === 'object'
              ? value
              : { value },
        ),
      ),
    },
  ] as never).toBuffer();

/** A title over the whole sheet, two rows of headings with merged cells, a section, an agency merged over two rows, days in many forms. */
export const officeBook = (): Promise<Buffer> =>
  bookOf([
    [{ value: 'BẢNG THEO DÕI THỰC HIỆN NHIỆM VỤ UBND GIAO', columnSpan: 8 }],
    [],
    [
      { value: 'STT', rowSpan: 2 },
      { value: 'Nội dung nhiệm vụ', rowSpan: 2 },
      { value: 'Cơ quan thực hiện', columnSpan: 2 },
      null,
      { value: 'Thời hạn hoàn thành', rowSpan: 2 },
      { value: 'Tiến độ', rowSpan: 2 },
      { value: 'Văn bản giao', rowSpan: 2 },
      { value: 'Ghi chú', rowSpan: 2 },
    ],
    [null, null, 'Chủ trì', 'Phối hợp', null, null, null, null],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
    [{ value: 'I. Nhiệm vụ chung', columnSpan: 8 }],
    [
      1,
      'Xây dựng bản đồ số về các đối tác nước ngoài của thành phố',
      { value: 'Sở Ngoại vụ', rowSpan: 2 },
      'Sở Văn hóa, Thể thao và Du lịch\nSở Tài chính; Công an thành phố',
      new Date('2027-09-15T00:00:00Z'),
      'Đang làm',
      '12/KH-UBND',
      null,
    ],
    [2, 'Tập huấn nghiệp vụ đối ngoại cho cán bộ cấp xã', null, null, 'cuối quý III', null, null, null],
    [
      3,
      'Duy trì chuyên trang về hữu nghị',
      'Sở Tài chính và Sở Ngoại vụ',
      null,
      'Thường xuyên',
      null,
      null,
      null,
    ],
    [4, 'Lập danh sách kiều bào tiêu biểu', 'Công an thành phố', null, 46_500, null, null, null],
    [5, 'Tổ chức gặp mặt kiều bào đầu xuân', 'Phòng Kiểm thử Không Có', null, '31/9/2026', null, null, null],
  ]);

/** The column "Tiến độ" as offices fill it: percent as Excel keeps it, done with a day, not begun, words, nothing. */
export const progressBook = (): Promise<Buffer> =>
  bookOf([
    ['STT', 'Nội dung', 'Chủ trì', 'Thời hạn', 'Sản phẩm', 'Tiến độ'],
    [1, 'Số hóa hồ sơ đoàn ra của thành phố', 'Sở Ngoại vụ', '31/12/2026', null, 0.7],
    [
      2,
      'Tổ chức tuần lễ hữu nghị',
      'Công an thành phố',
      '31/12/2026',
      'Báo cáo tổng kết tuần lễ',
      'Đã xong 12/3/2026',
    ],
    [3, 'Biên soạn sổ tay lễ tân', 'Sở Ngoại vụ', '31/12/2026', null, 'Chưa thực hiện'],
    [4, 'Rà soát thỏa thuận quốc tế cấp tỉnh', 'Sở Ngoại vụ', '31/12/2026', null, 'Đang thực hiện, đạt 40%'],
    [5, 'Xây dựng phim giới thiệu thành phố', 'Sở Ngoại vụ', '31/12/2026', null, null],
  ]);

type Fields = Record<string, string>;

/** Sends a book with what was chosen about it. */
export async function sendBook<R extends Route>(
  t: TestHouse,
  person: Pick<Person, 'cookie'>,
  route: R,
  file: Buffer,
  fields: Fields = {},
): Promise<{ status: number; body: Answer<R> & { title?: string } }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(file)]), 'bang-theo-doi.xlsx');
  const request = new Request('http://x', { method: 'POST', body: form });
  const answer = await t.web.inject({
    method: 'POST',
    url: route.path,
    headers: { cookie: person.cookie, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.json() };
}
