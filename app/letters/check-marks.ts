import { checkElement, type Defect, defectOf, quote } from './defect.ts';
import type { DocxReading, ReadLine } from './docx-reading.ts';
import { nd30Form } from './nd30-form.ts';
import { fold, type OfficialParts } from './official-parts.ts';

/** How far down marks of the head stand, lines. */
const headLength = 40;
/** Rounding of a frame's sides, mm. */
const frameSlack = 2;

const urgencies = Object.keys(nd30Form.urgencyFrames) as (keyof typeof nd30Form.urgencyFrames)[];
const { secrecy, circulation } = nd30Form.marks;

/** Lines that are a mark and nothing else, in the head or in a frame. */
function marksIn({ lines, floating }: DocxReading, isMark: (folded: string) => boolean): ReadLine[] {
  const head = lines.slice(0, headLength);
  return [...floating, ...head].filter((line) => isMark(fold(line.text)));
}

const isRed = (color: string | undefined): boolean => {
  const [red, green, blue] = /^([\dA-F]{2})([\dA-F]{2})([\dA-F]{2})$/i
    .exec(color ?? '')
    ?.slice(1)
    .map((part) => Number.parseInt(part, 16)) ?? [0, 0, 0];
  return red! > 150 && green! < 90 && blue! < 90;
};

/** In the left half of the heading, under the number: the first column of a table, or a frame beside the text. */
const isLeft = (line: ReadLine): boolean => line.cell === null || line.cell.column === 0;

/** Box 10a. What bears it must not be in this system at all. */
function checkSecrecy(reading: DocxReading): Defect[] {
  const folded = secrecy.map(fold);
  return marksIn(reading, (text) => folded.includes(text)).flatMap((line) => {
    const held = defectOf(
      'secrecy',
      'held',
      `văn bản mang dấu ${quote(line.text)}: không được đưa lên hệ thống này.`,
    );
    const framed = line.frame?.isDrawn
      ? []
      : [defectOf('secrecy', 'frame', `cần đóng khung: ${quote(line.text)}.`)];
    const placed = isLeft(line)
      ? []
      : [defectOf('secrecy', 'place', `cần đặt bên trái, dưới số và ký hiệu: ${quote(line.text)}.`)];
    return [held, ...checkElement('secrecy', line), ...framed, ...placed];
  });
}

/** Box 10b: one of three words, in red capitals in a red frame of its own size, on the left. */
function checkUrgency(reading: DocxReading): Defect[] {
  const folded = urgencies.map(fold);
  const found = marksIn(reading, (text) => /^(HOA TOC|THUONG KHAN|KHAN)\b/.test(text) && text.length < 24);
  return found.flatMap((line) => {
    const at = folded.indexOf(fold(line.text));
    const add = (code: string, said: string) => defectOf('urgency', code, `${said}: ${quote(line.text)}.`);
    const text = at < 0 ? [add('text', `cần ghi một trong các mức ${urgencies.join(', ')}`)] : [];
    const red = line.runs.every((run) => run.text.trim() === '' || isRed(run.color));
    return [
      ...text,
      ...checkElement('urgency', line),
      ...(red ? [] : [add('color', 'cần màu mực đỏ')]),
      ...checkFrame(line, at < 0 ? undefined : nd30Form.urgencyFrames[urgencies[at]!], add),
      ...(isLeft(line) ? [] : [add('place', 'cần đặt bên trái, dưới số và ký hiệu')]),
    ];
  });
}

function checkFrame(
  { frame }: ReadLine,
  sides: readonly [width: number, height: number] | undefined,
  add: (code: string, said: string) => Defect,
): Defect[] {
  if (!frame?.isDrawn) return [add('frame', 'cần đóng trong khung hình chữ nhật viền đơn')];
  const isOff = (value: number | undefined, wanted: number) =>
    value !== undefined && Math.abs(value - wanted) > frameSlack;
  if (!sides || (!isOff(frame.width, sides[0]) && !isOff(frame.height, sides[1]))) return [];
  return [add('frameSize', `khung cần ${sides[0]} mm × ${sides[1]} mm`)];
}

/** Box 11: "XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ". */
function checkCirculation(reading: DocxReading): Defect[] {
  const folded = circulation.map(fold);
  return marksIn(reading, (text) => folded.includes(text)).flatMap((line) => [
    ...checkElement('circulation', line),
    ...(line.frame?.isDrawn
      ? []
      : [
          defectOf(
            'circulation',
            'frame',
            `cần đóng trong khung hình chữ nhật viền đơn: ${quote(line.text)}.`,
          ),
        ]),
  ]);
}

/** Box 12, under Nơi nhận: "PL.(300)". */
function checkDrafter({ drafter }: OfficialParts): Defect[] {
  if (!drafter) return [];
  const isFormed = /^\p{Lu}{1,6}\.\(\d{1,5}\)$/u.test(drafter.text);
  return [
    ...(isFormed
      ? []
      : [
          defectOf(
            'drafter',
            'form',
            `ghi ${quote(drafter.text)}, cần chữ viết tắt in hoa, dấu chấm và số bản trong ngoặc, ví dụ “PL.(300)”.`,
          ),
        ]),
    ...checkElement('drafter', drafter),
  ];
}

const contactWords =
  /(^|[\s.;,(])(ĐT|Điện thoại|Tel|E-?mail|Thư điện tử|Website|Trang thông tin điện tử|Fax)\s*:/iu;

/** Box 13, at the foot of the first page under a rule. In the body the same words are words. */
function checkContact(
  { footer, isFooterRuled, parts }: DocxReading,
  { afterEnding }: OfficialParts,
): Defect[] {
  const atFoot = footer.filter((line) => contactWords.test(line.text));
  const astray = afterEnding.filter((line) => contactWords.test(line.text));
  const [first] = [...atFoot, ...astray];
  if (!first || parts.length === 0) return [];
  const where = atFoot.length
    ? []
    : [defectOf('contact', 'place', `cần đặt ở chân trang thứ nhất: ${quote(first.text)}.`)];
  const ruled =
    atFoot.length === 0 || isFooterRuled
      ? []
      : [
          defectOf(
            'contact',
            'rule',
            `cần một đường kẻ nét liền kéo dài hết chiều ngang ở phía trên: ${quote(first.text)}.`,
          ),
        ];
  return [...where, ...ruled, ...[...atFoot, ...astray].flatMap((line) => checkElement('contact', line))];
}

/** A time of signing to the second with the zone of Viet Nam. */
const signingTime = /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[T,\s]+\d{2}:\d{2}:\d{2}\s*\+07:?00/;
/** The lines of a copy's sign may be parted: how many may follow the first. */
const signLines = 3;

/** Box 14, top right of the first page: form of the copy, name of the body, time; upright, size 10. */
function checkCopy({ header, floating, lines }: DocxReading): Defect[] {
  const top = [...header, ...floating, ...lines.slice(0, 3)];
  const start = top.findIndex((line) => /^(SAO Y|SAO LUC|TRICH SAO)\b/.test(fold(line.text)));
  const first = top[start];
  if (!first) return [];
  const sign = top.slice(start, start + signLines).filter((line, at) => at === 0 || isOfSign(line));
  const said = sign.map((line) => line.text).join(' ');
  const rest = said
    .replace(signingTime, '')
    .replace(/^(sao y|sao lục|trích sao)/iu, '')
    .replace(/[^\p{L}]/gu, '');
  const add = (code: string, text: string) => defectOf('copy', code, `${text}: ${quote(first.text)}.`);
  const isRight = first.set.align === 'right' || first.set.align === 'end' || first.frame !== undefined;
  return [
    ...(rest.length >= 4 ? [] : [add('organ', 'thiếu tên cơ quan, tổ chức sao văn bản')]),
    ...(signingTime.test(said)
      ? []
      : [
          add('time', 'thiếu thời gian ký đủ giờ, phút, giây và múi giờ, ví dụ “22/11/2026 14:15:00 +07:00”'),
        ]),
    ...(isRight ? [] : [add('place', 'cần đặt ở góc trên bên phải trang đầu')]),
    ...sign.flatMap((line) => checkElement('copy', line)),
  ];
}

/** Goes on the sign of a copy: small print, a time, or the name of its body. */
const isOfSign = (line: ReadLine): boolean =>
  signingTime.test(line.text) || line.runs.every((run) => run.text.trim() === '' || (run.size ?? 0) <= 11);

/** Boxes 10a to 14: none of them need be there; where one is, it has its form. */
export function checkMarks(reading: DocxReading, parts: OfficialParts): Defect[] {
  if (parts.isParty) return checkSecrecy(reading).filter(({ code }) => code === 'secrecy-held');
  return [
    ...checkSecrecy(reading),
    ...checkUrgency(reading),
    ...checkCirculation(reading),
    ...checkDrafter(parts),
    ...checkContact(reading, parts),
    ...checkCopy(reading),
  ];
}
