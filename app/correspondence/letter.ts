import { findAbbreviation } from '#app/letters/document-kinds.ts';
import type { Block, RichText, Urgency } from '#app/letters/official-document.ts';
import type { Calendar } from '#libraries/calendar/index.ts';
import type { LetterContent } from './letter-facts.ts';

export const draftKinds = [
  'assign',
  'urge',
  'extension',
  'difficulty',
  'invite',
  'submit',
  'report',
  'ask',
] as const;
export type DraftKind = (typeof draftKinds)[number];
/** `withdrawn`: drafted by the ladder of reminders, and answered before anybody issued it. */
export const letterStates = ['draft', 'numbered', 'sent', 'withdrawn'] as const;
export type LetterState = (typeof letterStates)[number];

/** The register a kind is numbered in: 'GM', 'TTr'; those without an abbreviation share 'CV'. */
export const bookOf = (kind: string): string => findAbbreviation(kind) ?? 'CV';

export type Fault = 'title' | 'body' | 'blank' | 'signer' | 'recipients' | 'notation' | 'addressees';

const plain = (text: RichText): string =>
  typeof text === 'string' ? text : text.map((run) => run.text).join('');
const textOf = (block: Block): string =>
  block.kind === 'table' ? block.rows.flat().map(plain).join('\n') : plain(block.text);

/** What keeps a letter from being numbered: something missing, or a blank "…" that nobody filled in. */
export function faultsOf(content: LetterContent): Fault[] {
  const body = content.body.map(textOf);
  const all = [content.title, ...content.addressees, ...content.bases, ...body, ...content.recipients];
  const missing: Record<Fault, boolean> = {
    title: !content.title.trim(),
    addressees: content.kind === 'Công văn' && !content.addressees.some((name) => name.trim()),
    body: !body.some((text) => text.trim()),
    blank: all.some((text) => text.includes('…')),
    signer: !content.signature.name.trim() || !content.signature.position.trim(),
    recipients: !content.recipients.some((line) => /^[-\s]*Lưu:/i.test(line.normalize('NFC'))),
    notation: !content.notation.trim(),
  };
  return (Object.keys(missing) as Fault[]).filter((one) => missing[one]);
}

/**
 * The last day on which a letter dated so should have its seal and leave: the same day, at latest the next working
 * day; an urgent one at once (NĐ 30/2020/NĐ-CP, phát hành văn bản đi).
 */
export const stampDay = (
  dated: string,
  urgency: Urgency | undefined,
  calendar: Pick<Calendar, 'addWorkingDays'>,
): string => (urgency ? dated : calendar.addWorkingDays(dated, 1));

/** Why a seal cannot bear this day; null where it can. */
export function faultOfStamp(day: string, today: string, dated: string): 'future' | 'before' | null {
  if (day > today) return 'future';
  return day < dated ? 'before' : null;
}

/** A value whose keys stand in one order: the database keeps them in its own. */
const inOrder = (_: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** Which parts of a letter an edit changed, for its ledger. */
export const changedParts = (before: LetterContent, after: LetterContent): string[] =>
  (Object.keys(after) as (keyof LetterContent)[]).filter(
    (key) => JSON.stringify(before[key], inOrder) !== JSON.stringify(after[key], inOrder),
  );

/** Why a number cannot bear this day, by what the register last gave out; null where it can. */
export function faultOfDay(day: string, today: string, lastDated: string | null): 'future' | 'before' | null {
  if (day > today) return 'future';
  return lastDated !== null && day < lastDated ? 'before' : null;
}
