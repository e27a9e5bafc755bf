export type { Defect } from './defect.ts';
export { checkOfficialDocx } from './nd30-checker.ts';
export type { Box } from './nd30-form.ts';
export { writeDocx } from './official-document.docx.ts';
export type {
  Annex,
  Block,
  Column,
  DocumentSymbol,
  Heading,
  HeadingLevel,
  Item,
  OfficialDocument,
  Paragraph,
  RichText,
  Run,
  Signature,
  Table,
  Urgency,
} from './official-document.ts';
