import { BorderStyle, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx';
import type { ElementName } from './nd30-form.ts';
import type { RichText } from './official-document.ts';
import { singleLine, styleOf } from './official-styles.docx.ts';
import { toTwips } from './page-measure.ts';
import { toRuns } from './rich-text.ts';

type Options = Omit<IParagraphOptions, 'children' | 'text' | 'style'>;

export function runsOf(text: RichText, size?: number): TextRun[] {
  return toRuns(text).map(
    (run) =>
      new TextRun({
        text: run.text,
        ...(run.bold === undefined ? {} : { bold: run.bold }),
        ...(run.italic === undefined ? {} : { italics: run.italic }),
        ...(size === undefined ? {} : { size: size * 2 }),
      }),
  );
}

/** A paragraph in the style of a form element. `size` (points) departs from the style inside its range. */
export function elementParagraph(
  element: ElementName,
  text: RichText,
  options: Options = {},
  size?: number,
): Paragraph {
  return new Paragraph({ ...options, style: styleOf(element), children: runsOf(text, size) });
}

/** Several lines as one paragraph with line breaks: one name over two lines stays one name. */
export function linesParagraph(
  element: ElementName,
  lines: readonly string[],
  options: Options = {},
  size?: number,
): Paragraph {
  const children = lines.map(
    (line, index) =>
      new TextRun({
        text: line,
        ...(index > 0 ? { break: 1 } : {}),
        ...(size === undefined ? {} : { size: size * 2 }),
      }),
  );
  return new Paragraph({ ...options, style: styleOf(element), children });
}

/** A rule of `length` mm, centred in `available` mm: an empty line of 2 pt whose lower border is drawn. */
export function ruleParagraph(available: number, length: number, options: Options = {}): Paragraph {
  const side = toTwips(Math.max(0, (available - length) / 2));
  return new Paragraph({
    ...options,
    spacing: { ...singleLine, before: 0, after: 0, ...options.spacing },
    indent: { left: side, right: side },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    run: { size: 4 },
  });
}

/** What Word needs after a table at the end of a part: a line too low to start a page. */
export function closingParagraph(): Paragraph {
  const spacing = { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT };
  return new Paragraph({ spacing, run: { size: 2 } });
}

/** An empty line of so many points that stays with what follows: room above a table without a caption. */
export function gapParagraph(points: number): Paragraph {
  const spacing = { before: 0, after: 0, line: points * 20, lineRule: LineRuleType.EXACT };
  return new Paragraph({ spacing, keepNext: true, run: { size: 2 } });
}
