import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { type AskDesk, makeAsks, type Question } from '../ask/make-asks.ts';
import type { TellAsk } from '../ask/news.ts';
import { mayEditConsolidations, mayReadConsolidations } from '../consolidation.policy.ts';
import { openForEditing, tell } from '../consolidation.routes.ts';
import { type Consolidation, getConsolidation } from '../consolidation.store.ts';
import { mergeKept } from '../matrix/merge-sentences.ts';
import { listSentences } from '../sentence.store.ts';
import { agencySources } from '../sentence.ts';
import { rewriteFigures } from '../totals/totals-today.ts';
import * as contract from './finding.contract.ts';
import {
  type Decision,
  type Deduct,
  getFinding,
  type KeptFinding,
  listKept,
  setDecision,
} from './finding.store.ts';
import { reopenKept } from './reopen-finding.ts';

/** Contradictions and double counts: the program finds them, a person decides, totals follow. */
export function findingRoutes(web: Web, house: House, tellAsk: TellAsk): void {
  mount(web, house, contract.listFindings, async ({ params, viewer, tx }) => {
    requirePolicy(mayReadConsolidations, viewer, undefined);
    const one = await getConsolidation(tx, params.id);
    const findings = await listKept(tx, one.id);
    return {
      findings: findings.map(present),
      mayDecide: one.state === 'draft' && mayEditConsolidations.allows(viewer, undefined),
    };
  });
  mount(web, house, contract.decideFinding, async ({ params, body, viewer, tx }) => {
    const draft = await openForEditing(tx, viewer, params.id);
    const finding = await getFinding(tx, draft.id, params.findingId);
    const made = decisionOf(finding, body);
    await decide(tx, viewer, draft, finding, { ...made, merge: body.merge, at: house.now() });
    if (body.ask) await askOf({ tx, house, viewer, tellAsk }, draft, finding, body.ask);
    return present(await getFinding(tx, draft.id, finding.id));
  });
  mount(web, house, contract.reopenFinding, async ({ params, viewer, tx }) => {
    const draft = await openForEditing(tx, viewer, params.id);
    const finding = await getFinding(tx, draft.id, params.findingId);
    if (!finding.decision) throw conflict('Nội dung này chưa có quyết định nào.');
    await reopenKept(tx, viewer, draft, finding, house.now());
    return present(await getFinding(tx, draft.id, finding.id));
  });
}

const present = ({ key: _key, decidedAt, ...finding }: KeptFinding) => ({
  ...finding,
  decidedAt: decidedAt?.toISOString() ?? null,
});

/** Each agency is asked about the first place at which it tells of the thing. @throws Problem 422 */
async function askOf(
  desk: AskDesk,
  draft: Consolidation,
  { id: findingId, told }: KeptFinding,
  { agencyReportIds, ...question }: Question & { agencyReportIds: string[] },
): Promise<void> {
  const of = agencyReportIds.map((reportId) => {
    const said = told.find((one) => one.agencyReportId === reportId && one.kind !== 'state');
    if (!said) throw invalid('Cơ quan này không nêu nội dung đó trong báo cáo nên không hỏi lại ở đây được.');
    return { agencyReportId: reportId, ...placeIn(said) };
  });
  await makeAsks(desk, draft, { ...question, of, findingId });
}

/** `<report>:<paragraph>` or `<report>:<indicator>:<n>`. */
const placeIn = ({ kind, tellingId, indicator }: KeptFinding['told'][number]) =>
  kind === 'counted' ? { indicator: indicator! } : { paragraphId: tellingId.split(':')[1]! };

type Made = { decision: Decision; keep: string | null; deduct: Deduct[]; reason: string | null };

/** @throws Problem 422 when what is to be counted is none of the tellings, or it is not counted at all */
function decisionOf(
  { told, kind }: KeptFinding,
  body: { decision: Decision; reason: string; keep?: string | undefined; deduct: Deduct[] },
): Made {
  const { decision, keep } = body;
  if (keep !== undefined && !told.some((one) => one.tellingId === keep))
    throw invalid('Lời kể được giữ không có trong nội dung này: hãy tải lại trang.');
  if (decision === 'once' && kind === 'standing')
    throw invalid(
      'Tình trạng nhiệm vụ không phải số để tính một lần: hãy hỏi lại cơ quan hoặc ghi lý do giữ cả hai.',
    );
  if (body.deduct.some((one) => !told.some(({ agencyReportId }) => agencyReportId === one.agencyReportId)))
    throw invalid('Chỉ trừ được ở cơ quan có trong nội dung này.');
  const isOnce = decision === 'once';
  return {
    decision,
    keep: isOnce ? (keep ?? told[0]!.tellingId) : null,
    deduct: isOnce ? body.deduct : [],
    reason: body.reason || null,
  };
}

async function decide(
  tx: Tx,
  viewer: Viewer,
  draft: Consolidation,
  finding: KeptFinding,
  made: Made & { merge: boolean; at: Date },
): Promise<void> {
  const { merge, at, ...decision } = made;
  await setDecision(tx, finding.id, { ...decision, by: viewer.personId, at });
  const merged =
    decision.decision === 'once' && merge
      ? await tellOnce(tx, draft, finding, decision.keep, at)
      : { changed: {} };
  await rewriteFigures(tx, draft);
  await tell(tx, at, viewer, draft.id, 'consolidation.finding-decided', {
    findingId: finding.id,
    subject: finding.subject,
    decision: decision.decision,
    before: finding.decision,
    reason: decision.reason,
    ...merged,
    changed: { ...merged.changed, [`finding:${finding.id}:decision`]: [finding.decision, decision.decision] },
  });
}

/** What is counted once is told once: its sentences become the one of the telling that stays. */
async function tellOnce(tx: Tx, draft: Consolidation, { told }: KeptFinding, keep: string | null, at: Date) {
  const kept = (await listSentences(tx, draft.id)).filter((one) => one.removedReason === null);
  const sentenceOf = (tellingId: string) =>
    kept.find((sentence) =>
      agencySources(sentence.sources).some((one) => `${one.agencyReportId}:${one.paragraphId}` === tellingId),
    );
  const keeper = told.find((one) => one.tellingId === keep)?.agencyReportId;
  // The telling that stays, then the others of its agency: a thing in a form has no sentence of its own.
  const rank = (one: KeptFinding['told'][number]) =>
    one.tellingId === keep ? 0 : one.agencyReportId === keeper ? 1 : 2;
  const inOrder = [...told].sort((a, b) => rank(a) - rank(b));
  const sentences = [...new Set(inOrder.map((one) => sentenceOf(one.tellingId)))].filter(
    (one) => one !== undefined,
  );
  const [target, ...others] = sentences;
  if (!target || !others.length) return { changed: {} };
  const ids = others.map(({ id }) => id);
  // The words of the telling that stays: the other's figure is not the one that counts.
  const { changed } = await mergeKept(tx, draft.id, target.id, ids, { text: target.text, at });
  return { sentenceId: target.id, changed };
}
