import { type Clean, cleanFrom, joinClean } from './clean.ts';
import { foldLimit, smallLetters } from './fold.ts';
import type { Line } from './lines.ts';
import { isSpecialLine } from './special.ts';

/** A paragraph (hard wraps joined), a table, or page furniture. Its lines run from `from` to `to` in the list of lines. */
export interface Block {
  kind: 'paragraph' | 'table' | 'furniture';
  clean: Clean;
  lines: Line[];
  marked: boolean;
  indent: number;
  afterBlank: boolean;
  /** Cells of a table, row by row; several lines of one cell are joined. */
  rows?: Clean[][];
}

/** No page is set narrower: a shorter line has ended by itself. */
const shortestLine = 72;

/** How paragraphs are told apart in this text. */
export interface Layout {
  /** Length that a full line reaches; Infinity where lines are not wrapped. */
  width: number;
  /** Blank lines stand between all paragraphs. */
  separated: boolean;
  /** Paragraphs are told by their indent. */
  indented: boolean;
  /** Indent of the lines that carry a paragraph on. */
  base: number;
}

const marker =
  /^(?:[-–+•●*▪]|[IVXLC]{1,5}[.)]|\d{1,2}(?:\.\d{1,2}){0,3}[.)](?!\d)|[a-zđ¢]{1,2}\)|[a-zđ]\.(?= )|Điều \d{1,3}[a-zđ]?(?:[.:]|$)|(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN) (?:[IVXLC]+|\d+|thứ|THỨ)(?![\p{L}])|PHỤ LỤC|Phụ lục [IVX\d])/u;
const reference = /(?:Điều|[Kk]hoản|[Đđ]iểm|Mục|số|Chương|Phần|Phụ lục|tháng|năm|ngày|đề án|Đề án|khóa)$/;
/** A heading over clauses: “1.” after it opens the first of them, however full its line is. */
const headed = /^(?:Điều \d{1,3}[a-zđ]?[.:]|[IVXLC]{1,5}[.)]) /;
const listMarker = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)](?!\d)|Điều \d{1,3}[a-zđ]?[.:])/;

/** Reads from the lines how paragraphs are told apart. */
export function layoutOf(lines: readonly Line[]): Layout {
  const lengths: number[] = [];
  let markers = 0;
  let spaced = 0;
  const indents = new Uint32Array(41);
  const carriedOn = new Uint32Array(41);
  for (const line of lines) {
    if (line.form !== 'text') continue;
    const size = line.clean.text.length;
    if (size > 40) {
      lengths.push(size);
      indents[Math.min(line.indent, 40)]!++;
      if (startsSmall(line.clean.text)) carriedOn[Math.min(line.indent, 40)]!++;
    }
    if (marker.test(line.clean.text) && line.clean.text[0] !== '-') {
      markers++;
      if (line.afterBlank) spaced++;
    }
  }
  // A line that begins small carries a sentence on; where paragraphs are short, most lines open one.
  const surest = Math.max(...carriedOn) > 3 ? carriedOn : indents;
  const base = surest.indexOf(Math.max(...surest));
  const at = indents.reduce((sum, count, indent) => (Math.abs(indent - base) < 3 ? sum + count : sum), 0);
  const deeper = indents.reduce((sum, count, indent) => (indent >= base + 3 ? sum + count : sum), 0);
  lengths.sort((a, b) => a - b);
  const width = lengths.length === 0 ? 80 : lengths[Math.floor(lengths.length * 0.9)]!;
  return {
    width: width > 140 ? Number.POSITIVE_INFINITY : Math.max(width, shortestLine),
    separated: markers > 2 && spaced / markers > 0.7,
    indented: deeper > 5 && at > 5 && deeper / (deeper + at) > 0.08,
    base,
  };
}

const basis = /^(?:Căn cứ|Thực hiện|Xét|Theo|Nơi nhận)/;
const basisOfKind =
  /^(?:Căn cứ|Thực hiện) (?:các )?(?:Luật|Nghị|Quyết|Chỉ thị|Kế hoạch|Thông|Kết luận|Công|Chương trình|Văn bản|Hướng dẫn)/;
/** How the closing paragraph of a document begins, also where no blank line stands before it. */
const closingLine =
  /^(?:Trên đây là|Trong quá trình|Quá trình (?:thực hiện|triển khai|tổ chức)|Đề nghị (?:các|UBND|Ủy ban|Uỷ ban|quý)|Yêu cầu (?:các|UBND|Thủ trưởng|Giám đốc|Chủ tịch)|Văn phòng [^.;]{3,40} thông báo)/;
const placeAndDate = /^\p{Lu}[^,:.;]{1,40}, ?ngày [\d\s.…]{0,8}tháng [\d\s.…]{0,8}năm/u;
/** A line that opens with the label of a field of a task: “Đơn vị chủ trì: …”. */
const fieldLabel =
  /^(?:Các )?(?:Cơ quan|Đơn vị|Thời gian|Thời hạn|Tiến độ|Sản phẩm|Kết quả|Chủ trì|Phối hợp|Phân công|Trách nhiệm|Hoàn thành|Địa điểm)[^:.;,]{0,30}:/;
const unfinished = (text: string): boolean => !/[.;:!?…”"’)\]/|]$/.test(text);
const startsSmall = (text: string): boolean => {
  const first = text[0]!;
  return first === first.toLowerCase() && first !== first.toUpperCase();
};

/** True when `line` opens a paragraph of its own after `last`, the line before it in the same block. */
function opensParagraph(last: Line, line: Line, layout: Layout, broken: boolean): boolean {
  const before = last.clean.text;
  const text = line.clean.text;
  if (reference.test(before) && /^\d/.test(text) && !line.afterBlank) return false;
  if (isSpecialLine(before) || isSpecialLine(text)) return true;
  if (
    layout.indented &&
    line.indent < layout.base + 3 &&
    last.form === 'text' &&
    !marker.test(text) &&
    (broken || !line.afterBlank)
  )
    return false;
  if (broken) return !(unfinished(before) && !marker.test(text));
  if (line.afterBlank) return true;
  if (fieldLabel.test(text)) return true;
  if (placeAndDate.test(text) && before.length > 30) return true;
  if (basisOfKind.test(text) && (text.startsWith('Căn') || before.length < layout.width * 0.72)) return true;
  if (/[.;]$/.test(before) && closingLine.test(text)) return true;
  const full = before.length >= layout.width * 0.72;
  if (marker.test(text)) {
    if (layout.indented && line.indent >= layout.base + 3) return true;
    if (/^1\. /.test(text) && headed.test(before)) return true;
    if (/^[a-zđ]\)/.test(text) || (listMarker.test(text) && !full)) return true;
    return !unfinished(before) || !full;
  }
  if (layout.indented && line.indent >= layout.base + 3 && line.indent < layout.base + 12) return true;
  if (line.marked && !last.marked && !unfinished(before)) return true;
  if (layout.separated) return false;
  if (layout.width === Number.POSITIVE_INFINITY)
    return !startsSmall(text) && (!/[,;]$/.test(before) || basis.test(text));
  return !full && !startsSmall(text) && !(unfinished(before) && before.length > layout.width * 0.5);
}

/** Joins without a space after the hyphen of a symbol cut at the line end: “5969/QĐ-” + “UBND”. */
const glue = (before: string, after: string): string =>
  before.endsWith('-') && /[\p{Lu}\d]-$/u.test(before.slice(-3)) && /^\p{Lu}/u.test(after) ? '' : ' ';

/** After this: every line stands in exactly one block, in order, hard wraps and page ends joined. */
export function toParagraphs(lines: readonly Line[], layout: Layout): Block[] {
  const blocks: Block[] = [];
  let open: Line[] = [];
  let last: Line | null = null;
  let broken = false;
  const close = (): void => {
    if (open.length > 0) for (const block of paragraphsOf(open)) blocks.push(block);
    open = [];
    last = null;
  };
  for (const line of lines) {
    if (line.form === 'page' || line.form === 'rule' || line.form === 'blank') {
      if (line.form === 'page') broken = true;
      open.push(line);
      continue;
    }
    if (last !== null && opensParagraph(last, line, layout, broken || line.afterPage)) close();
    open.push(line);
    last = line;
    broken = false;
  }
  close();
  return blocks;
}

/** One paragraph, cut where the text of a scan or a web site runs two into one line. */
function paragraphsOf(lines: Line[]): Block[] {
  if (lines.length === 1 && lines[0]!.form === 'text') return [blockOf('paragraph', lines[0]!.clean, lines)];
  const texts = lines.filter((line) => line.form === 'text');
  if (texts.length === 0) return [{ ...blockOf('furniture', { text: '', at: [] }, lines), marked: false }];
  return [
    blockOf(
      'paragraph',
      joinClean(
        texts.map((line) => line.clean),
        glue,
      ),
      lines,
    ),
  ];
}

function blockOf(kind: Block['kind'], clean: Clean, lines: Line[]): Block {
  const first = lines.find((line) => line.form === 'text') ?? lines[0]!;
  return { kind, clean, lines, marked: first.marked, indent: first.indent, afterBlank: first.afterBlank };
}

/** Joins what a page end, a blank line or a stray dash cut in the middle of a sentence, and a label with its text. */
export function joinBroken(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const last = joined[joined.length - 1];
    const into = last?.kind === 'furniture' ? joined[joined.length - 2] : last;
    if (
      into !== undefined &&
      into.kind === 'paragraph' &&
      block.kind === 'paragraph' &&
      goesOn(into, block, blocks[i + 1])
    ) {
      const between = into === last ? [] : joined.pop()!.lines;
      into.lines.push(...between, ...block.lines);
      into.clean = joinClean([into.clean, block.clean], glue);
    } else joined.push(block);
  }
  return joined;
}

const bareLabel = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[IVXLC]{1,5}\.|[a-zđ]\)|Điều \d{1,3}[a-zđ]?\.|-)$/;
const numbered = /^(?:[IVXLC]{1,5}\.|\d{1,2}(?:\.\d{1,2}){0,3}\.|Điều |Chương |Mục )/;

function goesOn(last: Block, block: Block, next: Block | undefined): boolean {
  const before = last.clean.text;
  const text = block.clean.text;
  if (bareLabel.test(before)) return !marker.test(text) && !isSpecialLine(text);
  if (
    before.length > 20_000 ||
    !/[\p{L}\d,]$/u.test(before) ||
    block.marked ||
    isSpecialLine(text) ||
    isSpecialLine(before)
  )
    return false;
  if (/^[-–] /.test(text)) return loneDash(last, next);
  if (marker.test(text) || isCapitals(before)) return false;
  if (startsSmall(text)) return true;
  return (
    before.length >= 100 &&
    !last.marked &&
    !numbered.test(before) &&
    !before.endsWith(',') &&
    !text.endsWith(':') &&
    !isCapitals(text)
  );
}

/** A dash that carries a sentence on: the only one there, after a long text that has not ended. */
const loneDash = (last: Block, next: Block | undefined): boolean =>
  last.clean.text.length > 160 &&
  !last.marked &&
  !last.clean.text.endsWith(',') &&
  /\p{L}$/u.test(last.clean.text) &&
  (next === undefined || !/^[-–]/.test(next.clean.text));

/** All letters are capitals. Most texts have a small one near their beginning, which settles it. */
export function isCapitals(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < foldLimit && smallLetters[code] === 1) return false;
  }
  return text !== text.toLowerCase() && text === text.toUpperCase();
}

/** The block with other words; its lines stay where they are. */
export const withClean = (block: Block, begin: number, end?: number): Block => ({
  ...block,
  clean: cleanFrom(block.clean, begin, end ?? block.clean.text.length),
});
