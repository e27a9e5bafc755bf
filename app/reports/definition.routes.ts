import { listAgencies } from '#app/agencies/index.ts';
import { getDocument } from '#app/documents/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import * as contract from './definition.contract.ts';
import { addVersion, getDefinition, insertDefinition, listDefinitions } from './definition.store.ts';
import { definitionOfPlan, planLabel } from './definition-of-plan.ts';
import { changedDefinition } from './history/definition-book.ts';
import { listDutyPaths, listPlans } from './plan.store.ts';
import { mayOpenPeriods, maySeeBoard } from './report.policy.ts';
import type { DefinitionContent } from './report.ts';
import { windowFor } from './window.ts';

export function definitionRoutes(web: Web, house: House): void {
  mount(web, house, contract.listDefinitions, async ({ viewer, tx }) => {
    requirePolicy(maySeeBoard, viewer, undefined);
    const definitions = await listDefinitions(tx);
    const known = new Set(definitions.map((one) => one.documentId));
    const plans = (await listPlans(tx)).filter((plan) => !known.has(plan.id));
    return { definitions, plans: plans.map((plan) => ({ documentId: plan.id, label: labelOf(plan) })) };
  });
  mount(web, house, contract.makeDefinition, async ({ body, viewer, tx }) => {
    requirePolicy(mayOpenPeriods, viewer, undefined);
    const content = await contentFor(tx, viewer, body.documentId);
    const at = house.now();
    const id = await insertDefinition(tx, {
      documentId: body.documentId,
      content,
      createdBy: viewer.personId,
      at,
    });
    if (!id) throw conflict('Kế hoạch này đã có chế độ báo cáo: hãy mở chế độ đó để sửa.');
    await appendEvent(tx, at, {
      subjectKind: 'report-definition',
      subjectId: id,
      kind: 'report-definition.created',
      actorId: viewer.personId,
      payload: { documentId: body.documentId, name: content.name },
    });
    return getDefinition(tx, id);
  });
  mount(web, house, contract.changeDefinition, async ({ params, body, viewer, tx }) => {
    requirePolicy(mayOpenPeriods, viewer, undefined);
    const before = await getDefinition(tx, params.id);
    requireDistinctKeys(body.content);
    const at = house.now();
    const added = await addVersion(tx, {
      id: params.id,
      from: body.version,
      content: body.content,
      createdBy: viewer.personId,
      at,
    });
    if (!added) throw conflict('Người khác vừa sửa chế độ báo cáo này: hãy tải lại trang rồi sửa tiếp.');
    await appendEvent(tx, at, {
      subjectKind: 'report-definition',
      subjectId: params.id,
      kind: 'report-definition.changed',
      actorId: viewer.personId,
      payload: { version: body.version + 1, changed: changedDefinition(before, body.content) },
    });
    return getDefinition(tx, params.id);
  });
  mount(web, house, contract.proposeWindow, async ({ params, query, viewer, tx }) => {
    requirePolicy(maySeeBoard, viewer, undefined);
    const { content } = await getDefinition(tx, params.id);
    return windowFor(await officeCalendar(tx), content, query);
  });
}

const labelOf = (plan: { kind: string | null; symbol: string | null; title: string | null }): string =>
  plan.symbol && plan.title ? `${planLabel(plan)}: ${plan.title}` : planLabel(plan);

/** @throws Problem 404 for no published plan, 422 for one without duties */
async function contentFor(tx: Tx, viewer: Viewer, documentId: string): Promise<DefinitionContent> {
  const document = await getDocument(tx, documentId);
  if (document.state !== 'published') throw notFound('kế hoạch đã công bố này');
  const { paths, reportingPath } = await listDutyPaths(tx, documentId);
  if (!paths.length)
    throw invalid('Kế hoạch này chưa giao nhiệm vụ nào nên chưa có gì để báo cáo: hãy chọn kế hoạch khác.');
  const agencies = await listAgencies(tx);
  const seat = viewer.memberships.find((held) => held.role === 'focal-officer')!;
  const reporter = agencies.find((agency) => agency.id === seat.agencyId)!;
  // A plan cut at its head may name no issuer: then it is the province's own committee.
  const superior =
    document.issuer ?? agencies.find((agency) => agency.kind === 'uy-ban')?.name ?? viewer.tenantName;
  return definitionOfPlan(
    { ...document, ...document.reading, dutyPaths: paths, reportingPath },
    reporter,
    superior,
  );
}

function requireDistinctKeys({ slots }: DefinitionContent): void {
  if (new Set(slots.map((slot) => slot.key)).size < slots.length)
    throw invalid('Hai mục của đề cương trùng mã: hãy tải lại trang rồi thêm mục lại.');
}
