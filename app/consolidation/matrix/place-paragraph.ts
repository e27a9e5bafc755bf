import type { Tx } from '#app/platform/database.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import { attribute } from '../attribute.ts';
import type { Consolidation } from '../consolidation.store.ts';
import { filedToday, sourceOf } from '../make-draft.ts';
import { positionAfter } from '../sentence.routes.ts';
import {
  getSentence,
  insertSentences,
  listSentences,
  setRemoved,
  updateSentence,
} from '../sentence.store.ts';
import { type AgencySource, agencySources, keyOfSource, type Sentence } from '../sentence.ts';
import { changedFields } from '../undo-consolidation.ts';
import { setAside } from './arrange.ts';
import type { FiledParagraph } from './placement.ts';

type Asked = {
  agencyReportId: string;
  paragraphId: string;
  to: { do: 'use' } | { do: 'join'; sentenceId: string } | { do: 'aside'; reason: string };
};
type Done = {
  paragraph: FiledParagraph & { agency: string };
  kind: string;
  payload: Record<string, unknown>;
};
type Here = { tx: Tx; draft: Consolidation; all: Sentence[]; source: AgencySource; slot: string; at: Date };

/**
 * Gives a paragraph of the filed reports a place: a sentence of its own, behind another sentence, or aside with a
 * reason. Wherever it stood before it stands no longer, and no words are lost: what leaves a sentence is kept in one of
 * its own. @throws Problem 404 when it is not among what is filed; 409 when the draft already does so
 */
export async function placeOne(tx: Tx, draft: Consolidation, asked: Asked, at: Date): Promise<Done> {
  const { filed } = await filedToday(tx, draft.periodId);
  const report = filed.find(({ agencyReportId }) => agencyReportId === asked.agencyReportId);
  const paragraph = report?.paragraphs.find(({ id }) => id === asked.paragraphId);
  if (!report || !paragraph) throw notFound('đoạn này trong các báo cáo đã gửi');
  const here = { tx, draft, all: await listSentences(tx, draft.id), source: sourceOf(report, paragraph), at };
  const { to } = asked;
  const done = await act({ ...here, slot: paragraph.slot }, to);
  const told = { agencyReportId: report.agencyReportId, paragraphId: paragraph.id, slot: paragraph.slot };
  return { paragraph: { ...told, text: paragraph.text, agency: report.agencyName }, ...done };
}

function act(here: Here, to: Asked['to']): Promise<Omit<Done, 'paragraph'>> {
  if (to.do === 'use') return use(here);
  if (to.do === 'join') return join(here, to.sentenceId);
  return aside(here, to.reason);
}

const holds = ({ source }: Here, sentence: Sentence): boolean =>
  agencySources(sentence.sources).some((one) => keyOfSource(one) === keyOfSource(source));

/** Kept sentences that stand on the paragraph, and those set aside. */
const placesOf = (here: Here) => ({
  kept: here.all.filter((one) => one.removedReason === null && holds(here, one)),
  removed: here.all.filter((one) => one.removedReason !== null && holds(here, one)),
});

/** Lets the paragraph go from the kept sentences it shares with others; what they say of it is kept by the caller. */
async function leave(here: Here): Promise<Record<string, [unknown, unknown]>> {
  let changed = {};
  for (const sentence of placesOf(here).kept) {
    const { left } = setAside(sentence, here.source);
    await updateSentence(here.tx, sentence.id, left);
    changed = { ...changed, ...changedFields(sentence, left, `${sentence.id}:`) };
  }
  return changed;
}

async function use(here: Here): Promise<Omit<Done, 'paragraph'>> {
  const { kept, removed } = placesOf(here);
  if (kept.some((one) => one.sources.length === 1))
    throw conflict('Đoạn này đã là một câu riêng trong dự thảo.');
  const alone = removed.find((one) => one.sources.length === 1);
  const changed = await leave(here);
  if (alone) {
    await setRemoved(here.tx, alone.id, null, here.at);
    const payload = {
      sentenceId: alone.id,
      reason: alone.removedReason,
      changed: {
        ...changed,
        ...changedFields(alone, { removedReason: null, mergedInto: null }, `${alone.id}:`),
      },
    };
    return { kind: 'consolidation.sentence-restored', payload };
  }
  const [id] = await insertSentences(
    here.tx,
    here.draft.id,
    [sentenceOf(here)],
    positionAfter(here.all, here.slot, null),
  );
  return {
    kind: 'consolidation.paragraph-used',
    payload: { sentenceId: id, agency: here.source.agency, changed },
  };
}

async function join(here: Here, sentenceId: string): Promise<Omit<Done, 'paragraph'>> {
  const host = await getSentence(here.tx, here.draft.id, sentenceId);
  if (host.removedReason !== null) throw conflict('Câu đó đã để ra ngoài: hãy chọn câu khác.');
  if (holds(here, host)) throw conflict('Câu đó đã có đoạn này làm nguồn.');
  if (placesOf(here).kept.some((one) => one.sources.length === 1))
    throw invalid('Đoạn này đang là một câu riêng: hãy gộp hai câu với nhau.');
  const left = await leave(here);
  const change = { sources: [...host.sources, here.source], isEdited: true };
  await updateSentence(here.tx, host.id, change);
  const changed = { ...left, ...changedFields(host, change, `${host.id}:`) };
  return {
    kind: 'consolidation.paragraph-joined',
    payload: { sentenceId: host.id, agency: here.source.agency, changed },
  };
}

async function aside(here: Here, reason: string): Promise<Omit<Done, 'paragraph'>> {
  const { kept, removed } = placesOf(here);
  if (!kept.length && removed.length) throw conflict('Đoạn này đã để ra ngoài.');
  const alone = kept.find((one) => one.sources.length === 1);
  if (alone) {
    await setRemoved(here.tx, alone.id, reason, here.at);
    return {
      kind: 'consolidation.sentence-removed',
      payload: { sentenceId: alone.id, reason, text: alone.text },
    };
  }
  const changed = await leave(here);
  const at = positionAfter(here.all, here.slot, null);
  const [id] = await insertSentences(here.tx, here.draft.id, [sentenceOf(here)], at);
  await setRemoved(here.tx, id!, reason, here.at);
  const payload = { sentenceId: id, agency: here.source.agency, reason, changed };
  return { kind: 'consolidation.paragraph-aside', payload };
}

const sentenceOf = ({ slot, source }: Here) => ({ slot, ...attribute([source]), sources: [source] });
