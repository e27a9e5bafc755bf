import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import { type ElementName, type ElementRule, nd30Form, ruleOf } from './nd30-form.ts';
import { pointsToTwips, toTwips } from './page-measure.ts';

const { body } = nd30Form;

/** 240 is one line; always with `lineRule`, or some readers take it for an exact height. */
export const singleLine = { line: 240, lineRule: LineRuleType.AUTO } as const;
const bodyLine = { line: Math.round(240 * body.linesWrites), lineRule: LineRuleType.AUTO } as const;

/** Id of the paragraph style of an element: "nd30-issuer". */
export function styleOf(element: ElementName): string {
  return `nd30-${element}`;
}

function runOf(rule: ElementRule) {
  return {
    size: rule.writes * 2,
    color: '000000',
    ...(rule.bold ? { bold: true } : {}),
    ...(rule.italic ? { italics: true } : {}),
  };
}

/** The set of a body paragraph: indented, spaced; lists and headings share it. */
const bodySet = {
  spacing: { ...bodyLine, before: pointsToTwips(body.spacing), after: 0 },
  indent: { firstLine: toTwips(body.indentWrites) },
} as const;

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  both: AlignmentType.JUSTIFIED,
} as const;

function elementStyle(element: ElementName): IParagraphStyleOptions {
  const rule = ruleOf(element);
  const isBody = element === 'body' || element === 'basis';
  return {
    id: styleOf(element),
    name: `NĐ30 ${rule.name}`,
    basedOn: 'Normal',
    quickFormat: true,
    run: runOf(rule),
    paragraph: {
      spacing: singleLine,
      ...(rule.align ? { alignment: alignments[rule.align] } : {}),
      ...(isBody ? bodySet : {}),
    },
  };
}

/** Headings of the body keep Word's own names, so that the navigation pane and PDF bookmarks show them. */
function headingStyle(bold: boolean) {
  return {
    run: { ...runOf(ruleOf('body')), bold },
    paragraph: { ...bodySet, alignment: AlignmentType.JUSTIFIED, keepNext: true },
  };
}

/** All styles of an official document, made from the form's table, so that a clerk can change one in Word. */
export function officialStyles(): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: nd30Form.font,
          size: nd30Form.elements.body.writes * 2,
          color: '000000',
          language: { value: 'vi-VN' },
        },
        paragraph: { spacing: { ...singleLine, before: 0, after: 0 } },
      },
      heading1: headingStyle(true),
      heading2: headingStyle(true),
      heading3: headingStyle(false),
    },
    paragraphStyles: (Object.keys(nd30Form.elements) as ElementName[]).map(elementStyle),
  };
}
