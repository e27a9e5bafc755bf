import { createCanvas } from '@napi-rs/canvas';

/** A PDF whose pages are pictures, as a scanner makes them: a small plan of `pages` pages, A4 at 150 dpi. */
export function scanOf(pages: number): Buffer {
  const pictures = Array.from({ length: pages }, (_, at) => drawPage(at + 1));
  const chunks: Buffer[] = [];
  const places: number[] = [];
  let length = 0;
  const write = (part: string | Buffer) => {
    const bytes = Buffer.from(part as string);
    chunks.push(bytes);
    length += bytes.length;
  };
  const object = (number: number, ...parts: (string | Buffer)[]) => {
    places[number] = length;
    write(`${number} 0 obj\n`);
    for (const part of parts) write(part);
    write('\nendobj\n');
  };
  write('%PDF-1.4\n');
  const pageAt = (index: number) => 3 + 3 * index;
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pictures.map((_, index) => `${pageAt(index)} 0 R`).join(' ');
  object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`);
  for (const [index, jpeg] of pictures.entries()) {
    const [page, picture, content] = [pageAt(index), pageAt(index) + 1, pageAt(index) + 2];
    object(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /P ${picture} 0 R >> >> /Contents ${content} 0 R >>`,
    );
    object(
      picture,
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    );
    const draw = 'q 595 0 0 842 0 0 cm /P Do Q';
    object(content, `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`);
  }
  const start = length;
  const lines = places.slice(1).map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  write(`xref\n0 ${places.length}\n0000000000 65535 f \n${lines.join('')}`);
  write(`trailer\n<< /Size ${places.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(chunks);
}

const [width, height] = [1240, 1754];

const lines = (page: number): string[] =>
  page === 1
    ? [
        'ỦY BAN NHÂN DÂN TỈNH HÒA AN',
        'Số: 77/KH-UBND',
        'Hòa An, ngày 12 tháng 3 năm 2025',
        'KẾ HOẠCH',
        'Tổ chức hội nghị đối ngoại nhân dân năm 2025',
        'I. TỔ CHỨC THỰC HIỆN',
        '1. Sở Tài chính bố trí kinh phí trước ngày 15/4/2025.',
      ]
    : [`${page}. Sở Ngoại vụ chủ trì báo cáo kết quả trước ngày ${10 + page}/12/2025.`];

function drawPage(page: number): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'black';
  context.font = '34px "Liberation Serif", "DejaVu Serif", serif';
  for (const [index, line] of lines(page).entries()) context.fillText(line, 140, 180 + 80 * index);
  return canvas.encodeSync('jpeg', 85);
}
