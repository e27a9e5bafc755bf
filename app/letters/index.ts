export type { Defect } from './defect.ts';
export { documentKinds, findAbbreviation } from './document-kinds.ts';
export { printNumberLine, printSymbol } from './document-symbol.ts';
export { printLegalDate } from './legal-date.ts';
export { checkOfficialDocx } from './nd30-checker.ts';
export { type Box, nd30Form } from './nd30-form.ts';
export { writeDocx } from './official-document.docx.ts';
export { writePdf } from './official-document.pdf.ts';
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
export { pointLetter, romanNumeral } from './ordinals.ts';
export { remedyOf } from './remedies.ts';
