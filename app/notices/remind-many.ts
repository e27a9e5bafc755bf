import { getAssignment, nameDuty } from '#app/duties/index.ts';
import type { Answer } from '#app/platform/contract.ts';
import { inSavepoint } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { SignedCall } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { Problem } from '#app/platform/problem.ts';
import { mayRemind } from './notice.policy.ts';
import type { remindMany as contract } from './remind-many.contract.ts';
import { remindPart } from './remind-part.ts';
import { listPartsOfDuty, rehearseReminders } from './reminder.store.ts';

/** Reminds every agency that still has work in these duties, each in its own savepoint. */
export async function remindMany(
  house: House,
  { body, viewer, tx }: SignedCall<typeof contract>,
): Promise<Answer<typeof contract>> {
  requirePolicy(mayRemind, viewer, undefined);
  const work = async () => {
    const outcome: Answer<typeof contract> = { done: [], refused: [] };
    for (const dutyId of [...new Set(body.dutyIds)].toSorted()) {
      const parts = (await listPartsOfDuty(tx, dutyId, officeDay(house.now()))).filter(
        ({ agencyId, isOpen }) => isOpen && (!body.only || agencyId === body.only),
      );
      const label = (await nameDuty(tx, dutyId)) ?? '';
      if (!parts.length) outcome.refused.push({ dutyId, label, agencyName: null, why: nobody });
      for (const part of parts) {
        const { agencyName } = part;
        try {
          const people = await inSavepoint(tx, async () =>
            remindPart(
              { tx, house, viewer },
              await getAssignment(tx, part.assignmentId, { forUpdate: true }),
              part,
            ),
          );
          outcome.done.push({ dutyId, agencyName, people });
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          outcome.refused.push({ dutyId, label, agencyName, why: error.message });
        }
      }
    }
    return outcome;
  };
  return body.rehearse ? rehearseReminders(tx, work) : work();
}

const nobody = 'Không có cơ quan nào còn việc phải làm: đã xong, chờ xác nhận, tạm dừng hoặc không còn.';
