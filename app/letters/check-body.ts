import { checkElement, type Defect, defectOf, printRange, quote, sizeOf } from './defect.ts';
import type { ReadLine } from './docx-reading.ts';
import { nd30Form, ruleOf } from './nd30-form.ts';
import type { OfficialParts } from './official-parts.ts';
import { pointLetters } from './ordinals.ts';

const { body: form } = nd30Form;

/** A shorter paragraph fills no line, so that its alignment cannot be seen. Characters. */
const oneLine = 100;
/** Rounding of lengths, mm. */
const tolerance = 0.3;

const hasLetters = (line: ReadLine) => /[\p{L}\d]/u.test(line.text);

/** Each rule of a paragraph with the words for its breach; told once, with the count and the first case. */
const paragraphRules: readonly { code: string; said: string; isBroken: (line: ReadLine) => boolean }[] = [
  {
    code: 'size',
    said: `cỡ chữ khác quy định, cần ${printRange(ruleOf('body').size)}`,
    isBroken: ({ runs }) => {
      const [least, most] = ruleOf('body').size;
      return runs.some((run) => run.text.trim() !== '' && (sizeOf(run) < least || sizeOf(run) > most));
    },
  },
  {
    code: 'align',
    said: 'chưa canh đều hai bên',
    isBroken: ({ set, text }) => text.length > oneLine && set.align !== 'both' && set.align !== 'center',
  },
  {
    code: 'indent',
    said: 'chưa lùi đầu dòng 1 cm hoặc 1,27 cm',
    isBroken: ({ set, text }) => {
      const [least, most] = form.indents;
      const first = set.firstLine ?? 0;
      const isOff = first < least - tolerance || first > most + tolerance;
      return isOff && first >= 0 && text.length > oneLine && set.align !== 'center';
    },
  },
  {
    code: 'spacing',
    said: `khoảng cách giữa các đoạn nhỏ hơn ${form.spacing} pt`,
    isBroken: ({ set, text }) => text.length > oneLine && (set.before ?? 0) + (set.after ?? 0) < form.spacing,
  },
  {
    code: 'lines',
    said: 'khoảng cách dòng khác quy định, cần từ dòng đơn đến 1,5 dòng',
    isBroken: ({ set, runs }) => {
      if (set.line === undefined) return false;
      // An exact height is held against the size: a single line of Times takes 1.15 of it.
      const single = set.lineRule === 'auto' ? 1 : Math.max(...runs.map(sizeOf), 0);
      const [least, most] = form.lines;
      const slack = set.lineRule === 'auto' ? 1.02 : 1.2;
      return set.line < single * least || (set.lineRule !== 'atLeast' && set.line > single * most * slack);
    },
  },
];

function checkParagraphs(lines: readonly ReadLine[]): Defect[] {
  return paragraphRules.flatMap(({ code, said, isBroken }) => {
    const broken = lines.filter(isBroken);
    const [first] = broken;
    if (!first) return [];
    return [defectOf('body', code, `có ${broken.length} đoạn ${said}; đoạn đầu: ${quote(first.text)}.`)];
  });
}

/** Căn cứ stand before the body, italic, each with ";" and the last with "." or "," (Phụ lục I, mục II.6). */
function checkBases(bases: readonly ReadLine[]): Defect[] {
  return bases.flatMap((line, index) => {
    const isEnded = index === bases.length - 1 ? /[.,;:]$/.test(line.text) : /;$/.test(line.text);
    const mark = index === bases.length - 1 ? '.' : ';';
    const ending = defectOf('basis', 'end', `cuối dòng cần dấu “${mark}”: ${quote(line.text)}.`);
    return [...checkElement('basis', line), ...(isEnded ? [] : [ending])];
  });
}

/** The căn cứ at the very top of the body; one named later in a sentence is none. */
function leadingBases(body: readonly ReadLine[]): ReadLine[] {
  const isBasis = (line: ReadLine) =>
    /^(Căn cứ|Theo đề nghị) /i.test(line.text) && line.runs.some((run) => run.italic);
  const start = body.findIndex(hasLetters);
  const rest = start < 0 ? [] : body.slice(start);
  const end = rest.findIndex((line) => !isBasis(line));
  return end < 0 ? [...rest] : rest.slice(0, end);
}

/** Points of one list that go on as a Latin alphabet does, with f, j, w or z, or leave out đ (Phụ lục I, mục II.6). */
function checkPoints(lines: readonly ReadLine[]): Defect[] {
  const labels = lines.flatMap((line) => {
    const label = /^(\p{Ll})\)\s/u.exec(line.text)?.[1];
    return label ? [{ label, line }] : [];
  });
  const odd = labels.find(({ label }, at) => {
    if (!(pointLetters as readonly string[]).includes(label)) return true;
    return label === 'e' && labels[at - 1]?.label === 'd';
  });
  if (!odd) return [];
  return [
    defectOf(
      'body',
      'points',
      `thứ tự điểm là a, b, c, d, đ, e, g, không dùng f, j, w, z: ${quote(odd.line.text)}.`,
    ),
  ];
}

/** Box 6: how the body is set and that it ends with "./.". */
export function checkBody(parts: OfficialParts): Defect[] {
  const lines = parts.body.filter(hasLetters);
  const last = parts.body.at(-1);
  if (!last || lines.length === 0) return [defectOf('body', 'missing', 'không tìm thấy phần nội dung.')];
  const isClosed = parts.isParty || last.text.endsWith('./.');
  const closing = defectOf(
    'body',
    'closing',
    `cuối nội dung thiếu dấu “./.”: ${quote(last.text.slice(-40))}.`,
  );
  return [
    ...checkBases(leadingBases(lines)),
    ...checkParagraphs(lines),
    ...checkPoints(lines),
    ...(isClosed ? [] : [closing]),
  ];
}
