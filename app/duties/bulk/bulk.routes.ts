import { type LedgerEvent, lastSeq, listEvents } from '#app/ledger/index.ts';
import { inSavepoint } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid, Problem } from '#app/platform/problem.ts';
import { actAsViewer } from '../assignment.routes.ts';
import { type AssignmentState, actionsFor } from '../assignment.ts';
import { relationsTo } from '../duty.policy.ts';
import { listAssignments } from '../duty.store.ts';
import { filterAsked } from '../filter-asked.ts';
import { addLines, holdBatch, insertBatch, listBatches } from './batch.store.ts';
import * as contract from './bulk.contract.ts';
import { mayChangeGiven, mayTakeBackBatch } from './bulk.policy.ts';
import { findMatching, keepDuties, listCoordinators, listPartsOfMany, rehearse } from './bulk.store.ts';
import { asksWhy, type BulkStep, bulkActions, isStep, MOST_CHOSEN } from './bulk.ts';
import {
  changeCoordinator,
  changeDeadline,
  type Desk,
  requireCoordinator,
  requireFutureDay,
} from './change-given.ts';
import { nameDuty, noSuchDuty } from './name-duty.ts';
import { undoBatch } from './undo-many.ts';

type Asked = Awaited<ReturnType<typeof contract.actOnMany.body.parse>>;
type Part = Awaited<ReturnType<typeof listAssignments>>[number];

/** Many duties at once: what can be done, the doing line by line, and the way back. */
export function bulkRoutes(web: Web, house: House): void {
  mount(web, house, contract.actOnMany, async ({ body, viewer, tx }) => {
    const desk = { tx, house, viewer };
    const work = () => actOnAll(desk, body);
    if (body.rehearse) return { ...(await rehearse(tx, work)), batch: null };
    const outcome = await work();
    return { ...outcome, batch: await keepBatch(desk, body, outcome) };
  });
  mount(web, house, contract.listBatches, async ({ viewer, tx }) => {
    const since = new Date(house.now().getTime() - KEPT_DAYS * 86_400_000);
    const batches = await listBatches(tx, viewer.personId, since, MOST_SHOWN);
    return { batches: batches.map(({ at, ...batch }) => ({ ...batch, at: at.toISOString() })) };
  });
  mount(web, house, contract.undoBatch, ({ params, body, viewer, tx }) =>
    undoBatch({ tx, house, viewer }, params.id, body.before),
  );
  mount(web, house, contract.offerForMany, async ({ body, viewer, tx }) => {
    const { filter, only } = body;
    const today = officeDay(house.now());
    const found = filter
      ? await findMatching(tx, filterAsked(filter, viewer), today, MOST_CHOSEN + 1)
      : await keepDuties(tx, body.dutyIds ?? []);
    const dutyIds = found.slice(0, MOST_CHOSEN);
    const parts = (await listPartsOfMany(tx, dutyIds)).filter((part) => !only || part.agencyId === only);
    const mayChange = mayChangeGiven.allows(viewer, undefined);
    const offers = bulkActions.map((action) => {
      const able = parts.filter((part) =>
        isStep(action)
          ? actionsFor(part.state, relationsTo(viewer, part)).includes(action)
          : mayChange && unfinished.includes(part.state),
      );
      return { action, duties: new Set(able.map(({ dutyId }) => dutyId)).size, parts: able.length };
    });
    return {
      dutyIds,
      hasMore: found.length > MOST_CHOSEN,
      offers: offers.filter(({ parts }) => parts),
      coordinators: mayChange ? await listCoordinators(tx, dutyIds) : [],
    };
  });
}

const unfinished: AssignmentState[] = [
  'assigned',
  'received',
  'in-progress',
  'returned',
  'refused',
  'paused',
];

const KEPT_DAYS = 30;
const MOST_SHOWN = 30;

/** Notes what was done, so that it can be taken back together, today or another day. @throws Problem 403, 404 */
async function keepBatch(
  { tx, house, viewer }: Desk,
  { action, reason, batch }: Asked,
  { done }: contract.Outcome,
): Promise<string | null> {
  if (batch) requirePolicy(mayTakeBackBatch, viewer, await holdBatch(tx, batch));
  if (!done.length) return batch ?? null;
  const at = house.now();
  const id =
    batch ?? (await insertBatch(tx, { personId: viewer.personId, action, reason: reason ?? null, at }));
  await addLines(tx, id, done);
  return id;
}

async function actOnAll(desk: Desk, body: Asked): Promise<contract.Outcome> {
  const { action } = body;
  if (asksWhy(action) && !body.reason) {
    const message = 'Cần ghi lý do: viết một câu rồi gửi lại.';
    throw invalid(message, [{ path: 'reason', message }]);
  }
  const change = isStep(action) ? null : await readChange(desk, body);
  const outcome: contract.Outcome = { done: [], refused: [] };
  // Always in one order, so that two people who select the same duties do not wait for each other.
  for (const dutyId of [...new Set(body.dutyIds)].toSorted()) {
    const label = await nameDuty(desk.tx, dutyId);
    if (label === null) {
      outcome.refused.push({ dutyId, label: '', agencyName: null, why: noSuchDuty });
      continue;
    }
    const parts = (await listAssignments(desk.tx, dutyId)).filter(
      (part) => !body.only || part.agencyId === body.only,
    );
    if (change) await tryOn(desk, { dutyId, label }, null, () => change(dutyId, parts), outcome);
    else await stepOnParts(desk, { dutyId, label }, parts, body as Asked & { action: BulkStep }, outcome);
  }
  return outcome;
}

type Change = (dutyId: string, parts: readonly Part[]) => Promise<void>;

/** What changes around the parts, once what it needs is there. @throws Problem 403, 422 */
async function readChange(
  desk: Desk,
  { action, dueOn, agencyId, insteadOf, reason = '' }: Asked,
): Promise<Change> {
  requirePolicy(mayChangeGiven, desk.viewer, undefined);
  if (action === 'deadline') {
    const day = requireFutureDay(dueOn, officeDay(desk.house.now()));
    return (dutyId, parts) => changeDeadline(desk, dutyId, parts, { dueOn: day, reason });
  }
  const agency = await requireCoordinator(desk.tx, agencyId);
  return (dutyId) => changeCoordinator(desk, dutyId, { agency, insteadOf, reason });
}

type Named = { dutyId: string; label: string };

/** Every part of one duty that the viewer may do it to. */
async function stepOnParts(
  desk: Desk,
  duty: Named,
  all: readonly Part[],
  { action, reason, until }: Asked & { action: BulkStep },
  outcome: contract.Outcome,
): Promise<void> {
  const { tx, house, viewer } = desk;
  const parts = all.filter((part) => actionsFor(part.state, relationsTo(viewer, part)).includes(action));
  if (!parts.length) outcome.refused.push({ ...duty, agencyName: null, why: nothingTo[action] });
  for (const part of parts)
    await tryOn(
      desk,
      duty,
      part.agencyName,
      () => actAsViewer(tx, house, viewer, part.id, { action, reason, until }),
      outcome,
    );
}

/** Each in its own savepoint: one refusal holds no other up. */
async function tryOn(
  { tx }: Desk,
  duty: Named,
  agencyName: string | null,
  work: () => Promise<unknown>,
  { done, refused }: contract.Outcome,
): Promise<void> {
  const before = await lastSeq(tx, 'duty', duty.dutyId);
  try {
    await inSavepoint(tx, work);
    const told = agencyName === null ? await listEvents(tx, 'duty', duty.dutyId) : [];
    const after = await lastSeq(tx, 'duty', duty.dutyId);
    for (let seq = before + 1; seq <= after; seq++)
      done.push({ ...duty, agencyName: agencyName ?? agencyTold(told[seq - 1]), seq });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    refused.push({ ...duty, agencyName, why: error.message });
  }
}

/** Whom a line is about. */
const agencyTold = (line: LedgerEvent | undefined): string =>
  String(line?.payload.agency ?? (line?.payload.agencies as string[] | undefined)?.join(', ') ?? '');

const nothingTo: Record<BulkStep, string> = {
  receive: 'Không có phần việc nào của cơ quan bạn đang chờ tiếp nhận.',
  'report-done': 'Không có phần việc nào của cơ quan bạn đang thực hiện để báo hoàn thành.',
  confirm: 'Không có phần việc nào đang chờ bạn xác nhận.',
  return: 'Không có phần việc nào đang chờ xác nhận để trả lại.',
  pause: 'Không có phần việc nào đang làm mà bạn được tạm dừng.',
  resume: 'Không có phần việc nào đang tạm dừng mà bạn được cho tiếp tục.',
  withdraw: 'Không có phần việc nào bạn được thu hồi: đã xong, đang chờ xác nhận hoặc đã thu hồi.',
  reinstate: 'Không có phần việc nào đã thu hồi để khôi phục.',
};
