import { printLegalDate } from '#app/letters/legal-date.ts';
import type { Block, Table } from '#app/letters/official-document.ts';
import type { CitedPlan, DutyFacts, LetterContent, LetterFrame } from './letter-facts.ts';

const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** Without the stop a sentence came with: the writer sets its own. */
export const bare = (text: string): string => text.trim().replace(/[\s.;,]+$/, '');

export const shortDay = (day: string): string => day.split('-').reverse().join('/');

/** "Kế hoạch số 217/KH-UBND": how a plan is called once it was cited in full. */
export const shortOf = (plan: CitedPlan): string =>
  [plan.kind ?? 'Văn bản', plan.symbol ? `số ${plan.symbol}` : plan.title && `“${bare(plan.title)}”`]
    .filter(Boolean)
    .join(' ');

/** The first citation names kind, number, day, issuer and what it is about (handbook §1.4). */
export function fullOf(plan: CitedPlan): string {
  const about = plan.symbol && plan.title ? `về ${lowerFirst(bare(plan.title).replace(/^về\s+/i, ''))}` : '';
  return [
    shortOf(plan),
    plan.issuedOn && printLegalDate(plan.issuedOn),
    plan.issuer && `của ${plan.issuer}`,
    about,
  ]
    .filter(Boolean)
    .join(' ');
}

/** "điểm a khoản 2 phần III" is the plan's own business: the path is quoted as it is printed. */
export const placeOf = (duty: Pick<DutyFacts, 'path' | 'plan'>): string =>
  [duty.path && `mục ${duty.path}`, shortOf(duty.plan)].filter(Boolean).join(' ');

/** Every plan once, the first in full. */
export const plansOf = (duties: readonly DutyFacts[]): CitedPlan[] => [
  ...new Map(duties.map((duty) => [fullOf(duty.plan), duty.plan])).values(),
];

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
/** a) … d) đ): the letter is set by the writer. One alone takes a dash. */
export const points = (texts: readonly string[]): Block[] =>
  texts.length === 1
    ? [{ kind: 'item', text: `${bare(texts[0]!)}.` }]
    : texts.map((text, at) => ({
        kind: 'heading',
        level: 3,
        text: `${bare(text)}${at === texts.length - 1 ? '.' : ';'}`,
      }));

/** Rows numbered in order, with three columns beside "STT": of duties these are what, by when, how it stands. */
export const dutyTable = (
  [first, second, third]: [string, string, string],
  rows: string[][],
  [wide, middle, last]: [number, number, number] = [8, 2.4, 4],
): Table => ({
  kind: 'table',
  columns: [
    { header: 'STT', width: 1, align: 'center' },
    { header: first, width: wide },
    { header: second, width: middle, ...(middle < 3 ? { align: 'center' as const } : {}) },
    { header: third, width: last, ...(last < 3 ? { align: 'center' as const } : {}) },
  ],
  rows: rows.map((row, at) => [String(at + 1), ...row]),
});

type Own = Pick<LetterContent, 'kind' | 'title' | 'addressees' | 'body'> &
  Partial<Pick<LetterContent, 'bases' | 'recipients'>> & { abbreviation: string | null };

/** Puts what is particular to a letter into what is the same for all letters of its agency. */
export function letterOf(frame: LetterFrame, { abbreviation, ...own }: Own): LetterContent {
  const second = abbreviation ? frame.initials : frame.unit;
  return {
    superior: frame.superior,
    issuer: frame.issuer,
    place: frame.place,
    notation: [abbreviation ?? frame.initials, second].filter(Boolean).join('-'),
    signature: frame.signature,
    bases: [],
    ...own,
    recipients: [...(own.recipients ?? []), ['Lưu: VT', frame.unit].filter(Boolean).join(', ')],
  };
}

/** "Sở Ngoại vụ, Sở Nội vụ và Công an thành phố". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`;

/** The one addressed by name, several as "Quý cơ quan". */
export const called = (names: readonly string[]): string => (names.length === 1 ? names[0]! : 'các cơ quan');

export const contactLine = (frame: LetterFrame): string =>
  `Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị thông tin về ${frame.issuer} để phối hợp giải quyết.`;
