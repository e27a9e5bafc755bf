import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { conflict } from '#app/platform/problem.ts';
import {
  draftAssignment,
  draftInvitation,
  draftQuestion,
  draftReminder,
  toUrge,
} from './draft-duty-letters.ts';
import { draftDifficultyReply, draftExtensionReply, draftSubmission } from './draft-replies.ts';
import { draftReport } from './draft-report.ts';
import { dutiesOf, getDifficultyFacts, getDutyFacts, getExtensionFacts, getWriter } from './facts.store.ts';
import type { NewLetter } from './letter.store.ts';
import type { LetterFrame } from './letter-facts.ts';
import type { LetterRules } from './letter-rules.ts';
import { getReportFacts } from './report-facts.store.ts';

export type LetterWish =
  | { draftKind: 'assign' | 'invite' | 'ask'; dutyId: string }
  | { draftKind: 'urge'; agencyId: string; dutyId?: string | undefined }
  | { draftKind: 'extension'; extensionId: string }
  | { draftKind: 'difficulty' | 'submit'; difficultyId: string }
  | { draftKind: 'report'; documentId?: string | undefined };

/** Who was given work after this day has not been waited for as long as a letter would let them; in working days. */
export const silentSince = async (tx: Tx, today: string, { replyWithin }: Pick<LetterRules, 'replyWithin'>) =>
  (await officeCalendar(tx)).addWorkingDays(today, -replyWithin);

/** The day until which an answer is asked for, counted in working days. */
export const replyDay = async (tx: Tx, today: string, { replyWithin }: Pick<LetterRules, 'replyWithin'>) =>
  (await officeCalendar(tx)).addWorkingDays(today, replyWithin);

type Draft = Omit<NewLetter, 'issuerId'>;

/** Drafts a letter from the data as they stand. @throws Problem 404; 409 where the data give no such letter */
export async function draftFrom(
  tx: Tx,
  frame: LetterFrame,
  wish: LetterWish,
  rules: LetterRules,
): Promise<Draft> {
  if ('agencyId' in wish) return reminder(tx, frame, wish, rules);
  if ('extensionId' in wish) return extensionReply(tx, frame, wish.extensionId);
  if ('difficultyId' in wish) return aboutDifficulty(tx, frame, wish);
  if (wish.draftKind === 'report') return report(tx, frame, wish.documentId ?? null);
  return aboutDuty(tx, frame, wish);
}

/** Whom a duty's own page offers to remind of it, the late first. */
export async function urgesOf(tx: Tx, dutyId: string, issuerId: string | undefined, today: string) {
  const duty = await getDutyFacts(tx, dutyId);
  const urges = duty.parts.flatMap(({ agencyId, agencyName }) => {
    const groups = toUrge([duty], agencyId, today);
    const why = (['late', 'silent', 'asked'] as const).find((one) => groups[one].length);
    return why && agencyId !== issuerId ? [{ agencyId, agencyName, why }] : [];
  });
  return urges.toSorted((a, b) => Number(b.why === 'late') - Number(a.why === 'late'));
}

async function aboutDuty(
  tx: Tx,
  frame: LetterFrame,
  { draftKind, dutyId }: Extract<LetterWish, { draftKind: 'assign' | 'invite' | 'ask' }>,
): Promise<Draft> {
  const duty = await getDutyFacts(tx, dutyId);
  const draft = { assign: draftAssignment, invite: draftInvitation, ask: draftQuestion }[draftKind];
  if (draftKind === 'assign' && !duty.parts.length)
    throw conflict('Nhiệm vụ này chưa có cơ quan nào thực hiện: hãy giao cơ quan trước, rồi soạn văn bản.');
  const content = draft(frame, duty);
  if (!content)
    throw conflict('Nhiệm vụ này đã đủ “6 rõ” nên không có gì phải hỏi bổ sung: hãy chọn loại văn bản khác.');
  const agencyIds = draftKind === 'ask' ? [] : duty.parts.map((part) => part.agencyId);
  return { draftKind, content, agencyIds, dutyIds: [duty.id] };
}

async function reminder(
  tx: Tx,
  frame: LetterFrame,
  { agencyId, dutyId }: Extract<LetterWish, { agencyId: string }>,
  rules: LetterRules,
): Promise<Draft> {
  const duties = dutyId
    ? [await getDutyFacts(tx, dutyId)]
    : await dutiesOf(tx, agencyId, await silentSince(tx, frame.today, rules));
  const { name } = await getWriter(tx, agencyId);
  const replyBy = await replyDay(tx, frame.today, rules);
  const content = draftReminder(frame, { id: agencyId, name }, duties, { replyBy });
  if (!content)
    throw conflict(
      dutyId
        ? 'Phần việc của cơ quan này chưa quá hạn và đã có thông tin: chưa cần văn bản đôn đốc.'
        : 'Cơ quan này không có nhiệm vụ nào quá hạn hoặc chưa có thông tin: chưa cần văn bản đôn đốc.',
    );
  const { late, silent, asked } = toUrge(duties, agencyId, frame.today);
  const dutyIds = [...late, ...silent, ...asked].map(({ duty }) => duty.id);
  return { draftKind: 'urge', content, agencyIds: [agencyId], dutyIds };
}

async function report(tx: Tx, frame: LetterFrame, documentId: string | null): Promise<Draft> {
  const { dutyIds, ...facts } = await getReportFacts(tx, { documentId, today: frame.today });
  return { draftKind: 'report', content: draftReport(frame, facts), agencyIds: [], dutyIds };
}

async function extensionReply(tx: Tx, frame: LetterFrame, extensionId: string): Promise<Draft> {
  const asked = await getExtensionFacts(tx, extensionId);
  const { state } = asked;
  if (state === 'open' || state === 'taken-back')
    throw conflict('Yêu cầu gia hạn này chưa có quyết định: hãy trả lời yêu cầu trước, rồi soạn văn bản.');
  const duty = await getDutyFacts(tx, asked.dutyId);
  const content = draftExtensionReply(frame, duty, { ...asked, state });
  return { draftKind: 'extension', content, agencyIds: [asked.agencyId], dutyIds: [duty.id], extensionId };
}

async function aboutDifficulty(
  tx: Tx,
  frame: LetterFrame,
  { draftKind, difficultyId }: Extract<LetterWish, { difficultyId: string }>,
): Promise<Draft> {
  const met = await getDifficultyFacts(tx, difficultyId);
  const duty = await getDutyFacts(tx, met.dutyId);
  const about = { draftKind, dutyIds: [duty.id], difficultyId };
  if (draftKind === 'submit')
    return {
      ...about,
      content: draftSubmission(frame, duty, met),
      agencyIds: [met.agencyId, ...(met.authorityId ? [met.authorityId] : [])],
    };
  const { answer } = met;
  if (!answer)
    throw conflict('Khó khăn, vướng mắc này chưa được trả lời: hãy trả lời trước, rồi soạn văn bản.');
  const content = draftDifficultyReply(frame, duty, { ...met, answer });
  return { ...about, content, agencyIds: [met.agencyId] };
}
