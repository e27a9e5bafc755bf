import { balanceLines } from './balanced-lines.ts';
import { printLegalDate } from './legal-date.ts';
import { nd30Form, ruleOf } from './nd30-form.ts';
import type { OfficialDocument } from './official-document.ts';
import { headingColumns } from './page-measure.ts';
import { partyForm } from './party-form.ts';
import { cleanText } from './rich-text.ts';
import { measureText } from './times-metrics.ts';

/** Room kept free on both sides of a column, mm, so that names do not touch. */
export const air = 2;

/** Names of more than three lines go down to the least size the form allows. */
function organSize(issuer: string, room: number, party: boolean): number {
  if (party) return partyForm.sizes.issuer;
  const { writes, size } = ruleOf('issuer');
  return balanceLines(issuer, room, writes, true).length > 3 ? size[0] : writes;
}

/** Box 2 in lines; the rule under it is a third to a half of its widest line, mm; none in Party form. */
export function organLines(doc: OfficialDocument, width: number) {
  const room = width - air;
  const isParty = doc.form === 'party';
  const issuer = cleanText(doc.issuer).toLocaleUpperCase('vi');
  const superior = cleanText(doc.superior ?? '').toLocaleUpperCase('vi');
  const size = organSize(issuer, room, isParty);
  const lines = balanceLines(issuer, room, size, true);
  const widest = Math.max(...lines.map((line) => measureText(line, size, true)), 0);
  return {
    size,
    superior: superior ? balanceLines(superior, room, size) : [],
    issuer: lines,
    rule: isParty ? null : widest * nd30Form.rule.writes,
  };
}

/** Box 4 and the two columns it asks for, mm: a long place name takes the least size rather than a second line. */
export function placeDateLine(doc: OfficialDocument) {
  const { writes, size } = ruleOf('placeDate');
  const text = `${cleanText(doc.place)}, ${printLegalDate(doc.date, doc.year)}`;
  const columns = headingColumns(measureText(text, size[0]) + air);
  return { text, columns, size: measureText(text, writes) <= columns.right - air ? writes : size[0] };
}

/** Box 5b: "V/v …" in the left column. */
export const letterTitleLines = (doc: OfficialDocument, width: number): string[] =>
  balanceLines(`V/v ${cleanText(doc.title)}`, width - air, ruleOf('letterTitle').writes);

/** The widest a centred title may be, mm. */
const titleWidth = 140;

/** Box 5a in even lines, with the length of the rule under it, mm. */
export function titleLines(doc: OfficialDocument) {
  const size = ruleOf('title').writes;
  const lines = balanceLines(cleanText(doc.title), titleWidth, size, true);
  const widest = Math.max(...lines.map((line) => measureText(line, size, true)), 0);
  return { size, lines, rule: widest * nd30Form.rule.writes };
}

/** A column of the ending, for the lines of a signature. */
export const authorityLines = (doc: OfficialDocument, width: number): string[] =>
  [...doc.signature.authority, doc.signature.position]
    .map((line) => cleanText(line).toLocaleUpperCase('vi'))
    .filter(Boolean)
    .flatMap((line) => balanceLines(line, width - air, ruleOf('authority').writes, true));
