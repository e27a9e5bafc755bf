import { type Defect, printRange, sizeOf } from './defect.ts';
import type { DocxReading, ReadLine, ReadPart } from './docx-reading.ts';
import { nd30Form, type Range, ruleOf } from './nd30-form.ts';

/** Rounding of one writer or another, mm. */
const tolerance = 0.6;
/** A text shorter than this may well stand on one page, which has no number. Characters. */
const onePage = 3000;

const sides = { top: 'trên', bottom: 'dưới', left: 'trái', right: 'phải' } as const;

function isNear(value: number, [least, most]: Range): boolean {
  return value >= least - tolerance && value <= most + tolerance;
}

const printMm = (value: number) => `${String(Math.round(value * 10) / 10).replace('.', ',')} mm`;

function checkSheet(part: ReadPart, index: number): Defect[] {
  const { width, height, margins } = nd30Form.page;
  const found: Defect[] = [];
  const where = index === 0 ? '' : ` ở phần thứ ${index + 1}`;
  const add = (code: string, sentence: string) => found.push({ box: 'page', code, sentence });
  const [short, long] = [Math.min(part.width, part.height), Math.max(part.width, part.height)];
  if (!isNear(short, [width, width]) || !isNear(long, [height, height])) {
    const size = `${printMm(part.width)} × ${printMm(part.height)}`;
    add('page-size', `Khổ giấy${where} là ${size}, cần A4 (210 mm × 297 mm).`);
  }
  if (index === 0 && part.width > part.height) add('page-turn', 'Trang đầu nằm ngang, cần khổ A4 đứng.');
  for (const side of Object.keys(sides) as (keyof typeof sides)[]) {
    if (isNear(part.margins[side], margins[side])) continue;
    const said = `Lề ${sides[side]}${where} là ${printMm(part.margins[side])}`;
    add(`margin-${side}`, `${said}, cần ${printRange(margins[side])} mm.`);
  }
  return found;
}

/** Font and colour of all text, told once each with the first line where they depart. */
function checkFace(lines: readonly ReadLine[]): Defect[] {
  const found: Defect[] = [];
  const runs = lines.flatMap((line) => line.runs).filter((run) => /[\p{L}\d]/u.test(run.text));
  const fonts = new Set(
    runs.map((run) => run.font ?? nd30Form.font).filter((font) => font !== nd30Form.font),
  );
  if (fonts.size > 0) {
    const sentence = `Phông chữ ${[...fonts].join(', ')}: cần dùng ${nd30Form.font} cho toàn văn bản.`;
    found.push({ box: 'page', code: 'font', sentence });
  }
  const isStamp = (line: ReadLine) => /^(HỎA TỐC|THƯỢNG KHẨN|KHẨN|MẬT|TỐI MẬT|TUYỆT MẬT)$/.test(line.text);
  const isColoured = (line: ReadLine) =>
    line.runs.some((run) => run.text.trim() !== '' && !/^(000000|auto)$/i.test(run.color ?? 'auto'));
  const coloured = lines.find((line) => !isStamp(line) && isColoured(line));
  if (coloured) {
    const sentence = `Có chữ không phải màu đen: “${coloured.text.slice(0, 40)}”; toàn văn bản cần chữ màu đen.`;
    found.push({ box: 'page', code: 'color', sentence });
  }
  return found;
}

/** Fonts of the encodings before Unicode (TCVN3, VNI): what they show is not what the file says. */
const legacyFont = /^(\.Vn|VNI[- ])/i;

/** Whether most of the words are in a pre-Unicode encoding, so that nothing can be told from them. */
export function isLegacyEncoded(lines: readonly ReadLine[]): boolean {
  const runs = lines.flatMap((line) => line.runs);
  const count = (some: typeof runs) => some.reduce((sum, run) => sum + run.text.length, 0);
  return count(runs.filter((run) => legacyFont.test(run.font ?? ''))) * 2 > count(runs);
}

/** Number centred in the top margin from page 2 on (Phụ lục I, mục I.7). */
function checkPageNumber({ parts, lines }: DocxReading): Defect[] {
  const first = parts[0];
  if (!first) return [];
  const add = (code: string, sentence: string): Defect[] => [{ box: 'page', code, sentence }];
  const length = lines.reduce((sum, line) => sum + line.text.length, 0);
  const [number] = first.header;
  if (!number && first.footer.length > 0) {
    return add('page-number-foot', 'Số trang nằm ở chân trang, cần đặt giữa lề trên.');
  }
  if (!number) {
    const isLong = length > onePage || parts.length > 1;
    return isLong
      ? add('page-number-missing', 'Thiếu số trang: cần đánh số giữa lề trên từ trang thứ hai.')
      : [];
  }
  const hidesFirst = first.isFirstPageDifferent && first.firstHeader.length === 0;
  const rule = ruleOf('pageNumber');
  const isSized = number.runs.every((run) => sizeOf(run) >= rule.size[0] && sizeOf(run) <= rule.size[1]);
  return [
    ...(hidesFirst
      ? []
      : add('page-number-first', 'Số trang hiện ở trang thứ nhất; trang thứ nhất không hiện số.')),
    ...(number.set.align === 'center' ? [] : add('page-number-align', 'Số trang cần canh giữa lề trên.')),
    ...(isSized
      ? []
      : add('page-number-size', `Số trang có cỡ chữ khác quy định, cần ${printRange(rule.size)}.`)),
  ];
}

/** Sheet, margins, font, colour and page number. */
export function checkPage(reading: DocxReading): Defect[] {
  return [...reading.parts.flatMap(checkSheet), ...checkFace(reading.lines), ...checkPageNumber(reading)];
}
