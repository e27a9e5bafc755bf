export { type Box, checkOfficialDocx, type Defect } from './nd30-checker.ts';
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
