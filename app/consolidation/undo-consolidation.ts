import {
  type Changes,
  changedOf,
  isSame,
  type LedgerAct,
  type LedgerEvent,
  type Undone,
} from '#app/ledger/index.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import { mayEditConsolidations } from './consolidation.policy.ts';
import { type Consolidation, getConsolidation, setLetter } from './consolidation.store.ts';
import { getFinding, setDecision } from './findings/finding.store.ts';
import { getSentence, type SentenceChange, setRemoved, updateSentence } from './sentence.store.ts';
import type { IssueLetter, Sentence } from './sentence.ts';
import { rewriteFigures } from './totals/totals-today.ts';

/** Shallow difference of two records, as the ledger keeps it; `prefix` stands before each name. */
export const changedFields = <T extends object>(before: T, after: Partial<T>, prefix = ''): Changes =>
  Object.fromEntries(
    Object.keys(after)
      .filter((name) => !isSame(before[name as keyof T], after[name as keyof T]))
      .map((name) => [prefix + name, [before[name as keyof T] ?? null, after[name as keyof T] ?? null]]),
  );

/** What each line of a consolidation changed: `letter.title`, or `<sentence>:text`. */
export const changesOfConsolidation = (chain: readonly LedgerEvent[]): Changes[] => chain.map(changesOfLine);

function changesOfLine(line: LedgerEvent): Changes {
  const { kind, payload: p } = line;
  const told = changedOf(line);
  if (Object.keys(told).length) return told;
  if (kind === 'consolidation.sentence-changed' && p.after)
    return { [`${p.sentenceId}:text`]: [p.before, p.after] };
  if (kind === 'consolidation.sentence-removed')
    return { [`${p.sentenceId}:removedReason`]: [null, p.reason] };
  if (kind === 'consolidation.sentence-restored')
    return { [`${p.sentenceId}:removedReason`]: [p.reason ?? null, null] };
  return {};
}

const turned = (changes: Changes): Changes =>
  Object.fromEntries(Object.entries(changes).map(([field, [was, is]]) => [field, [is, was]]));
const meanwhile = () => conflict('Chỗ này đã được sửa sau đó: hãy mở báo cáo tổng hợp rồi sửa trực tiếp.');

async function openDraft({ tx, viewer, subjectId }: LedgerAct): Promise<Consolidation> {
  requirePolicy(mayEditConsolidations, viewer, undefined);
  const draft = await getConsolidation(tx, subjectId, { forUpdate: true });
  if (draft.state === 'issued')
    throw conflict('Báo cáo đã ban hành nên nội dung được giữ nguyên: không hoàn tác được nữa.');
  return draft;
}

async function undoSentence(act: LedgerAct, _line: LedgerEvent, changes: Changes): Promise<Undone> {
  const draft = await openDraft(act);
  const byId = Map.groupBy(Object.entries(changes), ([field]) => field.split(':')[0]!);
  for (const [id, fields] of byId) {
    const sentence = await getSentence(act.tx, draft.id, id);
    const change: Record<string, unknown> = {};
    for (const [field, [before, after]] of fields) {
      const name = field.split(':')[1] as keyof Sentence;
      if (!isSame(sentence[name], after)) throw meanwhile();
      if (name === 'removedReason') {
        const host = changes[`${id}:mergedInto`]?.[0] as string | null | undefined;
        await setRemoved(act.tx, id, before as string | null, act.house.now(), host ?? null);
      } else if (name !== 'mergedInto') change[name] = before;
    }
    if (Object.keys(change).length) await updateSentence(act.tx, id, change as SentenceChange);
  }
  return { changed: turned(changes) };
}

/** A decision taken back: what it merged stands apart again, and the totals follow. */
async function undoDecision(act: LedgerAct, line: LedgerEvent, changes: Changes): Promise<Undone> {
  const draft = await openDraft(act);
  const decided = Object.entries(changes).find(([field]) => field.startsWith('finding:'));
  const sentences = Object.fromEntries(
    Object.entries(changes).filter(([field]) => !field.startsWith('finding:')),
  );
  if (decided) {
    const finding = await getFinding(act.tx, draft.id, decided[0].split(':')[1]!);
    if (finding.decision !== decided[1][1]) throw meanwhile();
    await setDecision(act.tx, finding.id, null);
  }
  await undoSentence(act, line, sentences);
  await rewriteFigures(act.tx, draft);
  return { changed: turned(changes) };
}

async function undoLetter(act: LedgerAct, _line: LedgerEvent, changes: Changes): Promise<Undone> {
  const draft = await openDraft(act);
  const letter: Record<string, unknown> = { ...draft.letter };
  for (const [field, [before, after]] of Object.entries(changes)) {
    const name = field.slice('letter.'.length);
    if (!isSame(letter[name], after)) throw meanwhile();
    letter[name] = before;
  }
  await setLetter(act.tx, draft.id, draft.revision, letter as IssueLetter);
  return { changed: turned(changes) };
}

export const undoConsolidation = {
  'consolidation.sentence-changed': undoSentence,
  'consolidation.sentence-removed': undoSentence,
  'consolidation.sentence-moved': undoSentence,
  'consolidation.sentences-merged': undoSentence,
  'consolidation.sentence-split': undoSentence,
  'consolidation.paragraph-joined': undoSentence,
  'consolidation.finding-decided': undoDecision,
  'consolidation.letter-changed': undoLetter,
};
