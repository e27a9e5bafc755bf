import { type Construct, markerOf } from './construct.ts';

const ordinals: Record<string, string> = {
  nhất: 'I',
  hai: 'II',
  ba: 'III',
  tư: 'IV',
  năm: 'V',
  sáu: 'VI',
  bảy: 'VII',
  tám: 'VIII',
  chín: 'IX',
  mười: 'X',
};

/** Phần, Chương, Mục, Tiểu mục (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6). */
function division(kind: Construct['kind'], rank: number, word: string): Construct {
  const pattern = new RegExp(
    `^(?:${word}|${word.toUpperCase()}) (?:thứ |THỨ )?([IVXLC]{1,6}|\\d{1,2}|nhất|hai|ba|tư|năm|sáu|NHẤT|HAI|BA|TƯ|NĂM|SÁU)(?:[.:)]|(?=\\s|$))`,
  );
  return {
    kind,
    rank,
    read(text) {
      const found = pattern.exec(text);
      if (found === null || (kind !== 'chapter' && isMention(text, found[0].length))) return null;
      const number = ordinals[found[1]!.toLowerCase()] ?? found[1]!;
      return markerOf({ kind, rank }, text, found[0].length, `${word} ${number}`);
    },
  };
}

/** “Mục 1 Phần II Kế hoạch này …” at the start of a sentence names a place in a document; it opens none. */
const isMention = (text: string, at: number): boolean =>
  /^ ?(?:Phần|Chương|Điều|Kế hoạch|Nghị|Quyết|của|và|này|,)/.test(text.slice(at, at + 12));

export const part = division('part', 1, 'Phần');
export const chapter = division('chapter', 2, 'Chương');
export const section = division('section', 3, 'Mục');
