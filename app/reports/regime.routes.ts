import { agencyKinds, listAgencies, matchingOn } from '#app/agencies/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { insertDefinition, listDefinitions } from './definition.store.ts';
import { initials } from './definition-of-plan.ts';
import { definitionShape } from './definition-shape.contract.ts';
import type { ReportFeeds } from './feeds.ts';
import { listBound } from './opening.ts';
import * as contract from './regime.contract.ts';
import { mayOpenPeriods, maySeeBoard } from './report.policy.ts';
import type { DefinitionContent } from './report.ts';
import { letterOf, shippedDefinitions, takeOver } from './shipped.ts';

/** Regimes that ship with the program, and those no plan asks for. */
export function regimeRoutes(web: Web, house: House, feeds: ReportFeeds): void {
  mount(web, house, contract.listOffered, async ({ viewer, tx }) => {
    requirePolicy(maySeeBoard, viewer, undefined);
    const known = await listDefinitions(tx);
    return {
      definitions: shippedDefinitions.map(({ key, name, source, isVerified, toVerify, content }) => ({
        key,
        name,
        source,
        isVerified,
        toVerify,
        fromPlan: content === null,
        slots: content?.slots.length ?? 0,
        indicators: content?.indicators?.length ?? 0,
        takenAs: known.find((one) => one.originKey === key)?.id ?? null,
      })),
    };
  });
  mount(web, house, contract.takeDefinition, async ({ body, viewer, tx }) => {
    requirePolicy(mayOpenPeriods, viewer, undefined);
    const shipped = shippedDefinitions.find((one) => one.key === body.key && one.content);
    if (!shipped?.content) throw notFound('chế độ báo cáo có sẵn này');
    const content = takeOver(shipped, letterOf(shipped.content, await makerOf(tx, viewer)));
    return { id: await make(tx, viewer, house.now(), content, shipped.key) };
  });
  mount(web, house, contract.startDefinition, async ({ body, viewer, tx }) => {
    requirePolicy(mayOpenPeriods, viewer, undefined);
    const content = definitionShape.parse({
      ...body,
      bound: { plan: false, groups: [], kinds: [], agencies: [], without: [] },
      frequencies: body.regime === 'periodic' ? ['half-year', 'year'] : ['own'],
      windowRule: '15-14',
      fileWithin: 2,
      slots: [{ key: 'I', level: 1, heading: 'Kết quả', writes: true, takes: { by: 'rest' } }],
      letter: letterOf(body, await makerOf(tx, viewer)),
    });
    return { id: await make(tx, viewer, house.now(), content, null) };
  });
  mount(web, house, contract.designTerms, async ({ viewer, tx }) => {
    requirePolicy(maySeeBoard, viewer, undefined);
    const { groups } = await matchingOn(tx, officeDay(house.now()));
    return {
      figures: feeds.figures.map(({ name, said, unit, rule, currency }) => ({
        name,
        said,
        unit,
        rule,
        isMoney: Boolean(currency),
      })),
      registers: feeds.rows.map(({ register, said }) => ({ register, said })),
      groups: groups.map(({ key, name, memberIds }) => ({ key, name, members: memberIds.size })),
      kinds: agencyKinds.map(({ kind, name }) => ({ kind, name })),
    };
  });
  mount(web, house, contract.previewBound, async ({ body, viewer, tx }) => {
    requirePolicy(mayOpenPeriods, viewer, undefined);
    return { agencies: await listBound(tx, body, officeDay(house.now())) };
  });
}

/** The body the focal officer works in: it issues the letters of the reports it consolidates. */
async function makerOf(tx: Tx, viewer: Viewer) {
  const agencies = await listAgencies(tx);
  const seat = viewer.memberships.find((held) => held.role === 'focal-officer')!;
  const own = agencies.find(({ id }) => id === seat.agencyId)!;
  const superior = agencies.find(({ kind }) => kind === 'uy-ban')?.name ?? viewer.tenantName;
  return {
    name: own.name,
    notation: `BC-${initials(own.names)}`,
    place: viewer.tenantName.replace(/^(Thành phố|Tỉnh)\s+/i, ''),
    superior,
  };
}

async function make(
  tx: Tx,
  viewer: Viewer,
  at: Date,
  content: DefinitionContent,
  originKey: string | null,
): Promise<string> {
  const made = { documentId: null, originKey, content, createdBy: viewer.personId, at };
  const id = await insertDefinition(tx, made);
  if (!id) throw conflict('Chế độ báo cáo này đã được lấy về dùng: hãy mở chế độ đó để sửa.');
  await appendEvent(tx, at, {
    subjectKind: 'report-definition',
    subjectId: id,
    kind: 'report-definition.created',
    actorId: viewer.personId,
    payload: { name: content.name, ...(originKey ? { origin: originKey } : {}) },
  });
  return id;
}
