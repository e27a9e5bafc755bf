import { documentKinds } from './document-kinds.ts';
import type { DocxReading, ReadLine } from './docx-reading.ts';
import { nd30Form } from './nd30-form.ts';
import { partyForm } from './party-form.ts';

/** The lines of a document told apart by what they are. What is not found is undefined or empty. */
export type OfficialParts = {
  isParty: boolean;
  motherland: ReadLine | undefined;
  motto: ReadLine | undefined;
  organ: ReadLine[];
  number: ReadLine | undefined;
  placeDate: ReadLine | undefined;
  letterTitle: ReadLine | undefined;
  kind: ReadLine | undefined;
  title: ReadLine[];
  addressees: ReadLine[];
  body: ReadLine[];
  recipientsHead: ReadLine | undefined;
  recipients: ReadLine[];
  /** "PL.(300)" under the recipients. */
  drafter: ReadLine | undefined;
  /** Lines of the text after the ending, which are no annex. */
  afterEnding: ReadLine[];
  signature: ReadLine[];
  annexes: ReadLine[][];
};

/** How far down the head of a document reaches, lines. */
const headLength = 40;

/** For comparing: no diacritics, one case, one space. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase();
}

const kindNames = Object.keys(documentKinds.abbreviations).map(fold);
const datePattern = /ngày\s*\S*\s*tháng\s*\S*\s*năm/i;

function isSameCell(one: ReadLine, other: ReadLine): boolean {
  const [a, b] = [one.cell, other.cell];
  return a !== null && b !== null && a.table === b.table && a.row === b.row && a.column === b.column;
}

/** The name of the issuer stands left of Quốc hiệu: the other cell of its row, or the lines before the number. */
function findOrgan(head: ReadLine[], nation: ReadLine | undefined, number: ReadLine | undefined): ReadLine[] {
  if (!nation?.cell) return [];
  const { table, row, column } = nation.cell;
  const beside = head.filter(
    (line) => line.cell?.table === table && line.cell.row === row && line.cell.column !== column,
  );
  const end = number ? beside.indexOf(number) : -1;
  return (end < 0 ? beside : beside.slice(0, end)).filter((line) => /\p{L}/u.test(line.text));
}

/** The run of centred lines after the name of the kind. */
function findTitle(lines: ReadLine[], kind: ReadLine | undefined): ReadLine[] {
  if (!kind) return [];
  const after = lines.slice(lines.indexOf(kind) + 1);
  const end = after.findIndex(
    (line) => line.set.align !== 'center' || line.cell !== null || /^Kính gửi/i.test(line.text),
  );
  const title = end < 0 ? after : after.slice(0, end);
  return title.filter((line) => /\p{L}/u.test(line.text)).slice(0, 6);
}

/** "Kính gửi:" with the dashed lines right under it. */
function findAddressees(lines: ReadLine[]): ReadLine[] {
  const start = lines.findIndex((line) => /^Kính gửi/i.test(line.text));
  if (start < 0 || start > headLength) return [];
  const after = lines.slice(start + 1);
  const end = /:\s*$/.test(lines[start]!.text) ? after.findIndex((line) => !/^[-–]/.test(line.text)) : 0;
  return [lines[start]!, ...(end < 0 ? after : after.slice(0, end))];
}

function findRecipients(lines: ReadLine[], head: ReadLine | undefined): ReadLine[] {
  if (!head) return [];
  const after = lines.slice(lines.indexOf(head) + 1);
  const own = head.cell ? after.filter((line) => isSameCell(line, head)) : after;
  const end = own.findIndex((line) => !/^[-–]/.test(line.text) && head.cell === null);
  return end < 0 ? own : own.slice(0, end);
}

/** Marks of who drafted it and how many copies: "PL.(300)", also where it is badly written. */
const isDrafter = (line: ReadLine): boolean =>
  /^\p{L}{1,6}\s*[.,]?\s*\(?\s*\d{1,5}\s*(bản|b)?\s*\)?\.?$/iu.test(line.text) &&
  !/^(Số|Ngày|Trang|Tờ)\b/iu.test(line.text);

/** What follows Nơi nhận and the signature outside their table, up to the first annex. */
function findAfterEnding(lines: ReadLine[], head: ReadLine | undefined): ReadLine[] {
  if (!head?.cell) return [];
  const { table } = head.cell;
  const last = lines.findLastIndex((line) => line.cell?.table === table);
  const after = lines.slice(last + 1).filter((line) => line.part === head.part);
  const annex = after.findIndex((line) => /^Phụ lục/i.test(line.text));
  return annex < 0 ? after : after.slice(0, annex);
}

/** Beside Nơi nhận in its table; without a table nothing is known for sure. */
function findSignature(lines: ReadLine[], head: ReadLine | undefined): ReadLine[] {
  const cell = head?.cell;
  if (!cell) return [];
  return lines.filter((line) => line.cell?.table === cell.table && line.cell.column > cell.column);
}

/** Each annex from its label on: label, title lines, "(Kèm theo …)". */
function findAnnexes(lines: ReadLine[]): ReadLine[][] {
  const starts = lines.flatMap((line, index) =>
    line.cell === null && /^Phụ lục(\s+([IVX]+|\d+))?$/i.test(line.text) ? [index] : [],
  );
  return starts.map((start, order) => lines.slice(start, starts[order + 1]));
}

/** Tells the lines of a document apart by their words and places (Phụ lục I, mục IV). */
export function findOfficialParts({ lines }: DocxReading): OfficialParts {
  const head = lines.slice(0, headLength);
  const { motherland, motto } = nd30Form.texts;
  const saying = (words: string) => head.find((line) => fold(line.text) === fold(words));
  const nation = head.find((line) => /^CONG HOA XA HOI CHU NGHIA/.test(fold(line.text)));
  const mottoLine = saying(motto) ?? head.find((line) => /^DOC LAP\b.*HANH PHUC/.test(fold(line.text)));
  const party = saying(partyForm.texts.heading);
  const number = head.find((line) => /^Số(?!\p{L}).{0,40}[/-]/u.test(line.text));
  const kind = head.find((line) => line.cell === null && kindNames.includes(fold(line.text)));
  const recipientsHead = lines.findLast((line) => /^Nơi nhận/i.test(line.text));
  const end = recipientsHead ? lines.indexOf(recipientsHead) : lines.length;
  const [title, addressees] = [findTitle(lines, kind), findAddressees(lines)];
  const placeDate = head.find((line) => datePattern.test(line.text) && !/^(Căn cứ|\()/.test(line.text));
  const recipients = findRecipients(lines, recipientsHead);
  const drafter = [...recipients, ...lines.slice(end, end + recipients.length + 3)].find(isDrafter);
  const known = new Set([
    ...title,
    ...addressees,
    kind,
    number,
    nation ?? saying(motherland),
    mottoLine,
    placeDate,
  ]);
  return {
    isParty: party !== undefined && nation === undefined,
    motherland: nation,
    motto: mottoLine,
    organ: findOrgan(head, nation ?? party, number),
    number,
    placeDate,
    letterTitle: head.find((line) => /^V\/v/i.test(line.text)),
    kind,
    title,
    addressees,
    body: lines.slice(0, end).filter((line) => line.cell === null && !known.has(line)),
    recipientsHead,
    recipients: recipients.filter((line) => line !== drafter),
    drafter,
    afterEnding: findAfterEnding(lines, recipientsHead),
    signature: findSignature(lines, recipientsHead),
    annexes: findAnnexes(lines.slice(end)),
  };
}
