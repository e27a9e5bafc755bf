import { type Defect, defectOf, quote } from './defect.ts';
import type { DocxReading, ReadLine } from './docx-reading.ts';
import type { OfficialParts } from './official-parts.ts';

/**
 * The rules under Tiêu ngữ, the issuer and the title. A rule may be drawn as a shape anywhere near, so that it is
 * only told to be missing where nothing at all is drawn in the heading.
 */
export function checkRules({ hasShapes }: DocxReading, parts: OfficialParts): Defect[] {
  if (parts.isParty || hasShapes) return [];
  const { motto, organ, title, kind } = parts;
  const rule = (element: 'motto' | 'issuer' | 'title', line: ReadLine | undefined, said: string): Defect[] =>
    line && !line.isRuled
      ? [defectOf(element, 'rule', `thiếu đường kẻ ngang ${said}: ${quote(line.text)}.`)]
      : [];
  return [
    ...rule('motto', motto, 'nét liền, dài bằng dòng chữ'),
    ...rule('issuer', organ.at(-1), 'dài bằng 1/3 đến 1/2 dòng chữ'),
    ...(kind ? rule('title', title.at(-1), 'dài bằng 1/3 đến 1/2 dòng chữ') : []),
  ];
}
