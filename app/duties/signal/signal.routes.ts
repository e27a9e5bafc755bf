import { appendEvent } from '#app/ledger/index.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import { getAssignment } from '../assignment.store.ts';
import { mayActForAgency } from '../duty.policy.ts';
import { isOpenPart } from '../open-part.ts';
import { setSignal } from './signal.contract.ts';
import { findSignal, putSignal } from './signal.store.ts';

export function signalRoutes(web: Web, house: House): void {
  mount(web, house, setSignal, async ({ params, body, viewer, tx }) => {
    const part = await getAssignment(tx, params.id, { forUpdate: true });
    requirePolicy(mayActForAgency, viewer, { agencyId: part.agencyId, action: 'log-progress' });
    if (!isOpenPart(part.state))
      throw conflict('Phần việc này không còn đang thực hiện nên không đánh giá nữa: hãy tải lại trang.', {
        state: part.state,
      });
    const now = house.now();
    const before = await findSignal(tx, part.id);
    const judged = { ...body, at: now.toISOString() };
    await putSignal(tx, part.id, judged, now);
    await appendEvent(tx, now, {
      subjectKind: 'duty',
      subjectId: part.dutyId,
      kind: 'duty.signal-set',
      actorId: viewer.personId,
      payload: {
        assignmentId: part.id,
        agencyId: part.agencyId,
        agency: part.agencyName,
        ...body,
        changed: { [`${part.id}:signal`]: [before, judged] },
      },
    });
    return { signal: body.signal };
  });
}
