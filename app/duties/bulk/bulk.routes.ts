import { listEvents } from '#app/ledger/index.ts';
import { inSavepoint, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { invalid, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { actAsViewer } from '../assignment.routes.ts';
import { actionsFor } from '../assignment.ts';
import { relationsTo } from '../duty.policy.ts';
import { getDuty, listAssignments } from '../duty.store.ts';
import { actOnMany, type BulkAction } from './bulk.contract.ts';

type Wish = { action: BulkAction; reason?: string | undefined };
type Done = { dutyId: string; label: string; agencyName: string; seq: number };
type Refused = { dutyId: string; label: string; agencyName: string | null; why: string };

export function bulkRoutes(web: Web, house: House): void {
  mount(web, house, actOnMany, async ({ body, viewer, tx }) => {
    if (body.action === 'return' && !body.reason) {
      const message = 'Cần ghi lý do trả lại: viết một câu rồi gửi lại.';
      throw invalid(message, [{ path: 'reason', message }]);
    }
    const done: Done[] = [];
    const refused: Refused[] = [];
    // Always in one order, so that two people who select the same duties do not wait for each other.
    for (const dutyId of [...new Set(body.dutyIds)].toSorted())
      await actOnDuty({ tx, house, viewer }, dutyId, body, { done, refused });
    return { done, refused };
  });
}

type Desk = { tx: Tx; house: House; viewer: Viewer };

/** Every part of one duty that the viewer may do it to, each in its own savepoint: one refusal holds no other up. */
async function actOnDuty(
  { tx, house, viewer }: Desk,
  dutyId: string,
  wish: Wish,
  { done, refused }: { done: Done[]; refused: Refused[] },
): Promise<void> {
  const duty = await getDuty(tx, dutyId);
  const label = [duty.path || String(duty.position), duty.symbol].filter(Boolean).join(', ');
  const parts = (await listAssignments(tx, dutyId)).filter((part) =>
    actionsFor(part.state, relationsTo(viewer, part)).includes(wish.action),
  );
  if (!parts.length) refused.push({ dutyId, label, agencyName: null, why: nothingTo[wish.action] });
  for (const part of parts) {
    const { agencyName } = part;
    try {
      await inSavepoint(tx, () => actAsViewer(tx, house, viewer, part.id, wish));
      const line = (await listEvents(tx, 'duty', dutyId)).at(-1)!;
      done.push({ dutyId, label, agencyName, seq: line.seq });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ dutyId, label, agencyName, why: error.message });
    }
  }
}

const nothingTo: Record<BulkAction, string> = {
  receive: 'Không có phần việc nào của cơ quan bạn đang chờ tiếp nhận.',
  confirm: 'Không có phần việc nào đang chờ bạn xác nhận.',
  return: 'Không có phần việc nào đang chờ xác nhận để trả lại.',
};
