import { findPerson } from '#app/accounts/index.ts';
import { findFile } from '#app/files/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { listBoard, listPeriods, type Period } from '#app/reports/index.ts';
import * as contract from './consolidation.contract.ts';
import { mayEditConsolidations, mayReadConsolidations } from './consolidation.policy.ts';
import {
  type Consolidation,
  getConsolidation,
  insertConsolidation,
  listConsolidations,
  listTaken,
  replaceTaken,
  setFigures,
  setLetter,
  symbolOf,
} from './consolidation.store.ts';
import { countUndecided, keepFindings, listKept } from './findings/finding.store.ts';
import { leftOutBy } from './findings/tellings.ts';
import { gather } from './gather.ts';
import { type FiledToday, filedToday, makeDraft, startFinding } from './make-draft.ts';
import { countPlaces, filedParagraphs, placeAll } from './matrix/placement.ts';
import {
  deleteSentences,
  insertSentences,
  listSentences,
  setRemoved,
  updateSentence,
} from './sentence.store.ts';
import { agencySources, type IssueLetter, isSupported } from './sentence.ts';
import { announceChange } from './together/announce.store.ts';
import { changedFields } from './undo-consolidation.ts';

/** Drafts: made, seen, brought up to date, and given their form. */
export function consolidationRoutes(web: Web, house: House): void {
  mount(web, house, contract.listConsolidations, async ({ viewer, tx }) => {
    requirePolicy(mayReadConsolidations, viewer, undefined);
    return list(tx);
  });
  mount(web, house, contract.makeConsolidation, async ({ body, viewer, tx }) => {
    requirePolicy(mayEditConsolidations, viewer, undefined);
    return { id: await make(tx, viewer, body.periodId, house.now()) };
  });
  mount(web, house, contract.getConsolidation, async ({ params, viewer, tx }) => {
    requirePolicy(mayReadConsolidations, viewer, undefined);
    return present(tx, viewer, await getConsolidation(tx, params.id));
  });
  mount(web, house, contract.gatherConsolidation, async ({ params, viewer, tx }) => {
    const draft = await openForEditing(tx, viewer, params.id);
    return gatherInto(tx, viewer, draft, house.now());
  });
  mount(web, house, contract.changeLetter, async ({ params, body, viewer, tx }) => {
    const draft = await openForEditing(tx, viewer, params.id);
    if (!(await setLetter(tx, draft.id, body.revision, body.letter)))
      throw conflict('Người khác vừa sửa thể thức: hãy tải lại trang rồi sửa tiếp.');
    const changed = changedFields(draft.letter, body.letter, 'letter.');
    await tell(tx, house.now(), viewer, draft.id, 'consolidation.letter-changed', { changed });
    return { revision: body.revision + 1 };
  });
}

export const tell = (
  tx: Tx,
  at: Date,
  viewer: Viewer,
  id: string,
  kind: string,
  payload: Record<string, unknown>,
) =>
  Promise.all([
    appendEvent(tx, at, {
      subjectKind: 'consolidation',
      subjectId: id,
      kind,
      actorId: viewer.personId,
      payload,
    }),
    announceChange(tx, id, viewer.personId),
  ]);

/** Held until the transaction ends. @throws Problem 403; 409 once it is issued */
export async function openForEditing(tx: Tx, viewer: Viewer, id: string): Promise<Consolidation> {
  requirePolicy(mayEditConsolidations, viewer, undefined);
  const draft = await getConsolidation(tx, id, { forUpdate: true });
  if (draft.state === 'issued')
    throw conflict('Báo cáo đã ban hành nên nội dung được giữ nguyên: không sửa được nữa.');
  return draft;
}

async function list(tx: Tx) {
  const [made, periods] = [await listConsolidations(tx), await listPeriods(tx, null)];
  const byId = new Map(periods.map((period) => [period.id, period]));
  const board = Map.groupBy(
    await listBoard(
      tx,
      periods.map((period) => period.id),
    ),
    (row) => row.periodId,
  );
  const done = new Set(made.map((one) => one.periodId));
  return {
    consolidations: made.map((one) => presentRow(one, byId.get(one.periodId)!, made)),
    periods: periods
      .filter((period) => !done.has(period.id))
      .map((period) => {
        const rows = board.get(period.id) ?? [];
        const filed = rows.filter((row) => row.state === 'submitted' || row.state === 'accepted').length;
        return {
          id: period.id,
          name: period.name,
          reportName: period.definition.name,
          expected: rows.length,
          filed,
        };
      }),
  };
}

/** A row of the list; `versions`: those of its period, or more. */
function presentRow(one: Consolidation, period: Period, versions: readonly Consolidation[]) {
  const corrected = versions.find(({ id }) => id === one.corrects);
  const later = versions
    .filter(({ periodId, version }) => periodId === one.periodId && version > one.version)
    .toSorted((a, b) => b.version - a.version)[0];
  return {
    id: one.id,
    periodId: one.periodId,
    periodName: period.name,
    reportName: period.definition.name,
    state: one.state,
    symbol: symbolOf(one),
    issuedAt: one.issuedAt?.toISOString() ?? null,
    version: one.version,
    corrects: corrected ? symbolOf(corrected) : null,
    replacedBy: later ? { version: later.version, isIssued: later.state === 'issued' } : null,
  };
}

/** @throws Problem 422 while nobody has filed, 409 when there is one already */
async function make(tx: Tx, viewer: Viewer, periodId: string, at: Date): Promise<string> {
  const now = await filedToday(tx, periodId);
  if (!now.filed.length)
    throw invalid(
      'Chưa có cơ quan nào gửi báo cáo của kỳ này nên chưa có gì để tổng hợp: hãy chờ hoặc đôn đốc.',
    );
  const { found } = await startFinding(tx, now);
  // What is found counts nothing until somebody decides: the draft is made and written meanwhile.
  const [id, findings] = await Promise.all([writeDraft(tx, viewer, now, at), found]);
  await keepFindings(tx, id, findings);
  const payload = { periodId, period: now.period.name, agencies: now.filed.length };
  await tell(tx, at, viewer, id, 'consolidation.drafted', payload);
  return id;
}

/** @throws Problem 409 when the period has a draft already */
async function writeDraft(tx: Tx, viewer: Viewer, now: FiledToday, at: Date): Promise<string> {
  const today = await makeDraft(tx, now, officeDay(at), []);
  const { letter: form } = today.period.definition;
  const letter: IssueLetter = {
    ...form,
    title: `${form.title} ${inSentence(today.period.name)}`,
    number: null,
    date: null,
  };
  const id = await insertConsolidation(tx, {
    periodId: today.period.id,
    letter,
    figures: today.figures,
    createdBy: viewer.personId,
    at,
  });
  if (!id) throw conflict('Kỳ này đã có báo cáo tổng hợp: hãy mở báo cáo đó trong danh sách.');
  await insertSentences(tx, id, today.sentences, 1);
  await replaceTaken(tx, id, today.filed);
  return id;
}

/** 'Năm 2026' in the middle of a title is 'năm 2026'. */
const inSentence = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);

async function gatherInto(tx: Tx, viewer: Viewer, draft: Consolidation, at: Date) {
  const now = await filedToday(tx, draft.periodId);
  const { found: findings } = await startFinding(tx, now);
  await keepFindings(tx, draft.id, await findings);
  const today = await makeDraft(tx, now, officeDay(at), leftOutBy(await listKept(tx, draft.id)));
  const existing = await listSentences(tx, draft.id);
  const found = gather(existing, today.sentences);
  const last = existing.at(-1)?.position ?? 0;
  await insertSentences(tx, draft.id, found.add, Math.floor(last) + 1);
  for (const change of found.change)
    await updateSentence(tx, change.id, {
      text: change.text,
      marks: change.marks,
      sources: change.sources,
    });
  for (const id of found.setAside)
    await setRemoved(tx, id, 'Cơ quan đã gửi bản khác hoặc báo cáo bị trả lại', at);
  await deleteSentences(tx, found.drop);
  await setFigures(tx, draft.id, today.figures);
  await replaceTaken(tx, draft.id, today.filed);
  const counts = { added: found.add.length, changed: found.change.length, setAside: found.setAside.length };
  await tell(tx, at, viewer, draft.id, 'consolidation.gathered', { ...counts, agencies: today.filed.length });
  return counts;
}

async function present(tx: Tx, viewer: Viewer, one: Consolidation) {
  const today = await filedToday(tx, one.periodId);
  const [sentences, taken] = [await listSentences(tx, one.id), await listTaken(tx, one.id)];
  const kept = sentences.filter((sentence) => sentence.removedReason === null);
  const issuer = one.issuedBy ? await findPerson(tx, one.issuedBy) : undefined;
  return {
    ...presentRow(one, today.period, await listConsolidations(tx)),
    documentId: today.period.documentId,
    planLabel: today.planLabel,
    cutOff: today.period.to,
    slots: today.period.definition.slots,
    sentences: kept,
    removed: sentences.filter((sentence) => sentence.removedReason !== null),
    figures: one.figures,
    letter: one.letter,
    revision: one.revision,
    agencies: { expected: today.expected, taken: taken.length, missing: today.missing },
    waiting: one.state === 'draft' ? waitingFor(today, taken, sentences) : [],
    unsupported: kept.filter((sentence) => !isSupported(sentence)).length,
    places: countPlaces(placeAll(filedParagraphs(today.filed), sentences).values()),
    undecided: await countUndecided(tx, one.id),
    mayEdit: one.state === 'draft' && mayEditConsolidations.allows(viewer, undefined),
    issuedBy: issuer?.name ?? null,
    issuedSha256: one.issuedSha256,
    issuedFile: one.issuedFileId ? ((await findFile(tx, one.issuedFileId)) ?? null) : null,
  };
}

/** Agencies whose newest filing the draft does not follow from: filed since, filed again, or returned. */
export function waitingFor(
  { filed }: FiledToday,
  taken: readonly { agencyReportId: string; number: number }[],
  sentences: readonly { sources: Parameters<typeof agencySources>[0] }[],
): string[] {
  const before = new Map(taken.map((one) => [one.agencyReportId, one.number]));
  const now = new Set(filed.map((one) => one.agencyReportId));
  const newer = filed
    .filter((one) => before.get(one.agencyReportId) !== one.number)
    .map((one) => one.agencyName);
  const gone = sentences
    .flatMap((sentence) => agencySources(sentence.sources))
    .filter((source) => before.has(source.agencyReportId) && !now.has(source.agencyReportId))
    .map((source) => source.agency);
  return [...new Set([...newer, ...gone])];
}
