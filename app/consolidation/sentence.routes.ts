import type { Changes } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import { getPeriod, listDutiesById, type Mark, rebaseMarks, tidy, tidyMarks } from '#app/reports/index.ts';
import * as contract from './consolidation.contract.ts';
import { mayReadConsolidations } from './consolidation.policy.ts';
import { openForEditing, tell } from './consolidation.routes.ts';
import { type Consolidation, getConsolidation } from './consolidation.store.ts';
import {
  getSentence,
  insertSentences,
  listSentences,
  type SentenceChange,
  setRemoved,
  updateSentence,
} from './sentence.store.ts';
import { agencySources, type Sentence } from './sentence.ts';
import { mergeWords } from './together/merge-words.ts';
import { changedFields } from './undo-consolidation.ts';

/** The editor: one sentence at a time, so that two people do not lose each other's words. */
export function sentenceRoutes(web: Web, house: House): void {
  mount(web, house, contract.addSentence, async ({ params, body, viewer, tx }) => {
    const draft = await openForEditing(tx, viewer, params.id);
    await requireSlot(tx, draft, body.slot);
    const all = await listSentences(tx, draft.id);
    const position = positionAfter(all, body.slot, body.after);
    const text = tidy(body.text);
    const marks = tidyMarks(rebaseMarks(body.marks, body.text, text), text.length);
    const made = { slot: body.slot, text, marks, form: body.form, sources: [], isEditorial: true };
    const [id] = await insertSentences(tx, draft.id, [made], position);
    await tell(tx, house.now(), viewer, draft.id, 'consolidation.sentence-added', {
      slot: body.slot,
      sentenceId: id,
    });
    return getSentence(tx, draft.id, id!);
  });
  mount(web, house, contract.changeSentence, async ({ params, body, viewer, tx }) => {
    const draft = await openForEditing(tx, viewer, params.id);
    const sentence = await getSentence(tx, draft.id, params.sentenceId);
    const written = bothWords(sentence, body);
    const change = changeOf(sentence, written);
    await tell(tx, house.now(), viewer, draft.id, 'consolidation.sentence-changed', {
      sentenceId: sentence.id,
      ...(change.text === undefined ? {} : { before: sentence.text, after: change.text }),
      ...(body.dropSource ? { droppedSource: body.dropSource } : {}),
      ...(body.isEditorial === undefined ? {} : { isEditorial: body.isEditorial }),
      changed: changedFields(sentence, change, `${sentence.id}:`),
    });
    const kept = await updateSentence(tx, sentence.id, change);
    return { ...kept, merged: written.text !== body.text };
  });
  mount(web, house, contract.moveSentence, async ({ params, body, viewer, tx }) => {
    const draft = await openForEditing(tx, viewer, params.id);
    const changed = await move(tx, draft, params.sentenceId, body.to);
    const payload = { sentenceId: params.sentenceId, to: body.to, changed };
    await tell(tx, house.now(), viewer, draft.id, 'consolidation.sentence-moved', payload);
    return { ok: true as const };
  });
  mount(web, house, contract.removeSentence, async ({ params, body, viewer, tx }) => {
    const draft = await openForEditing(tx, viewer, params.id);
    const sentence = await getSentence(tx, draft.id, params.sentenceId);
    await setRemoved(tx, sentence.id, body.reason, house.now());
    const payload = { sentenceId: sentence.id, reason: body.reason, text: sentence.text };
    await tell(tx, house.now(), viewer, draft.id, 'consolidation.sentence-removed', payload);
    return { ok: true as const };
  });
  mount(web, house, contract.restoreSentence, async ({ params, viewer, tx }) => {
    const draft = await openForEditing(tx, viewer, params.id);
    const sentence = await getSentence(tx, draft.id, params.sentenceId);
    await setRemoved(tx, sentence.id, null, house.now());
    await tell(tx, house.now(), viewer, draft.id, 'consolidation.sentence-restored', {
      sentenceId: sentence.id,
      reason: sentence.removedReason,
    });
    return { ok: true as const };
  });
  mount(web, house, contract.getSources, async ({ params, viewer, tx }) => {
    requirePolicy(mayReadConsolidations, viewer, undefined);
    await getConsolidation(tx, params.id);
    return sourcesOf(tx, await getSentence(tx, params.id, params.sentenceId, { forUpdate: false }));
  });
}

export async function requireSlot(tx: Tx, draft: Consolidation, key: string): Promise<void> {
  const { definition } = await getPeriod(tx, draft.periodId);
  if (!definition.slots.some((slot) => slot.key === key && slot.writes))
    throw invalid('Đề cương không có mục này: hãy tải lại trang rồi chọn mục khác.');
}

/** Between a sentence and the next of its heading; at the heading's end without one. */
export function positionAfter(all: readonly Sentence[], slot: string, after: string | null): number {
  const own = all.filter((sentence) => sentence.slot === slot && sentence.removedReason === null);
  const index = after === null ? own.length - 1 : own.findIndex((sentence) => sentence.id === after);
  const [before, next] = [own[index], own[index + 1]];
  if (!before) return next ? next.position - 1 : (all.at(-1)?.position ?? 0) + 1;
  return next ? (before.position + next.position) / 2 : before.position + 1;
}

/**
 * The words to keep when somebody else wrote in the sentence meanwhile: both, where they changed different places of
 * it. @throws Problem 409 with the other's words where they meet, so that a person says which stay
 */
function bothWords<
  B extends {
    revision: number;
    text?: string | undefined;
    base?: string | undefined;
    marks?: Mark[] | undefined;
  },
>(sentence: Sentence, body: B): B {
  if (sentence.revision === body.revision) return body;
  if (sentence.removedReason !== null)
    throw conflict(
      'Người khác vừa để câu này ra ngoài: hãy lấy lại câu trong danh sách đã để ra ngoài rồi sửa tiếp.',
    );
  if (body.text !== undefined && body.base !== undefined) {
    const merged = mergeWords(tidy(body.base), tidy(body.text), sentence.text);
    if (merged.isClean)
      return {
        ...body,
        text: merged.text,
        ...(body.marks ? { marks: rebaseMarks(body.marks, tidy(body.text), merged.text) } : {}),
      };
  }
  throw conflict(
    'Người khác vừa sửa câu này ở cùng chỗ: lời của bạn chưa mất, hãy chọn lời giữ lại rồi lưu.',
    {
      theirs: { text: sentence.text, revision: sentence.revision },
    },
  );
}

function changeOf(
  sentence: Sentence,
  body: {
    text?: string | undefined;
    dropSource?: string | undefined;
    isEditorial?: boolean | undefined;
    marks?: Mark[] | undefined;
    form?: Sentence['form'] | undefined;
  },
): SentenceChange {
  const sources = sentence.sources.filter(
    (source) => source.kind !== 'agency-report' || source.paragraphId !== body.dropSource,
  );
  const text = body.text === undefined ? sentence.text : tidy(body.text);
  const marks = marksAfter(sentence, text, body);
  const isSame = JSON.stringify(marks) === JSON.stringify(sentence.marks);
  return {
    ...(text === sentence.text ? {} : { text }),
    ...(isSame ? {} : { marks }),
    ...(body.form === undefined || body.form === sentence.form ? {} : { form: body.form }),
    ...(sources.length === sentence.sources.length ? {} : { sources }),
    ...(body.isEditorial === undefined ? {} : { isEditorial: body.isEditorial }),
    ...(text !== sentence.text || !isSame || sources.length !== sentence.sources.length
      ? { isEdited: true }
      : {}),
  };
}

/** Given marks are of the words as they were sent; without any, those there are move with the words. */
function marksAfter(
  sentence: Sentence,
  text: string,
  body: { text?: string | undefined; marks?: Mark[] | undefined },
): Mark[] {
  const marks = body.marks
    ? rebaseMarks(body.marks, body.text ?? sentence.text, text)
    : rebaseMarks(sentence.marks, sentence.text, text);
  return tidyMarks(marks, text.length);
}

async function move(
  tx: Tx,
  draft: Consolidation,
  id: string,
  to: 'up' | 'down' | { slot: string } | { after: string },
): Promise<Changes> {
  const sentence = await getSentence(tx, draft.id, id);
  const all = await listSentences(tx, draft.id);
  if (typeof to === 'object' && 'after' in to) {
    const before = await getSentence(tx, draft.id, to.after);
    if (before.id === id) return {};
    const others = all.filter((one) => one.id !== id);
    const change = { slot: before.slot, position: positionAfter(others, before.slot, before.id) };
    await updateSentence(tx, id, change);
    return changedFields(sentence, change, `${id}:`);
  }
  if (typeof to === 'object') {
    await requireSlot(tx, draft, to.slot);
    const change = { slot: to.slot, position: positionAfter(all, to.slot, null) };
    await updateSentence(tx, id, change);
    return changedFields(sentence, change, `${id}:`);
  }
  const own = all.filter((one) => one.slot === sentence.slot && one.removedReason === null);
  const neighbour = own[own.findIndex((one) => one.id === id) + (to === 'up' ? -1 : 1)];
  if (!neighbour) return {};
  await updateSentence(tx, id, { position: neighbour.position });
  await updateSentence(tx, neighbour.id, { position: sentence.position });
  return {
    ...changedFields(sentence, { position: neighbour.position }, `${id}:`),
    ...changedFields(neighbour, { position: sentence.position }, `${neighbour.id}:`),
  };
}

async function sourcesOf(tx: Tx, sentence: Sentence) {
  const ids = agencySources(sentence.sources).flatMap((source) => source.duties.map((one) => one.dutyId));
  const duties = new Map((await listDutiesById(tx, ids)).map((duty) => [duty.id, duty]));
  return {
    sources: sentence.sources.map((source) => ({
      source,
      duties: agencySources([source])
        .flatMap((one) => one.duties.map((pair) => duties.get(pair.dutyId)))
        .filter((duty) => duty !== undefined),
    })),
  };
}
