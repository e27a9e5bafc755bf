import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { conflict } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { levels, type Subject } from './ladder.ts';
import { insertNotices, wasReminded } from './notice.store.ts';
import { recipientsOf } from './recipients.ts';
import type { PartToRemind } from './reminder.store.ts';
import { listHolders } from './subject.store.ts';

type Desk = { tx: Tx; house: House; viewer: Viewer };

/** Reminds those who do a part, and their head. Returns how many were told. @throws Problem 409 */
export async function remindPart(
  { tx, house, viewer }: Desk,
  part: { id: string; dutyId: string; agencyId: string; agencyName: string; dueOn: string | null },
  found: Pick<PartToRemind, 'isOpen' | 'isRequest' | 'title'> | undefined,
): Promise<number> {
  const today = officeDay(house.now());
  if (!found?.isOpen)
    throw conflict('Phần việc này đã xong, đang chờ xác nhận hoặc đang tạm dừng nên không cần nhắc.');
  if (await wasReminded(tx, part.id, today))
    throw conflict('Hôm nay phần việc này đã được nhắc: mỗi phần việc chỉ nhắc một lần một ngày.');
  const people = await peopleToRemind(tx, part, today);
  if (!people.length)
    throw conflict(
      `${part.agencyName} chưa có người nhận: nhờ quản trị thêm đầu mối của cơ quan này rồi nhắc lại.`,
    );
  const sent = await insertNotices(
    tx,
    people.map(({ personId, level }) => ({
      personId,
      level,
      subjectKind: 'duty' as const,
      subjectId: part.id,
      dutyId: part.dutyId,
      step: 'by-hand',
      anchorOn: today,
      dueOn: part.dueOn,
      isRequest: found.isRequest,
      channel: 'push' as const,
      title: found.title,
      agencyId: part.agencyId,
      sentBy: viewer.personId,
      muted: false,
    })),
    house.now(),
  );
  await appendEvent(tx, house.now(), {
    subjectKind: 'notices',
    subjectId: viewer.tenantId,
    kind: 'notices.reminded-by-hand',
    actorId: viewer.personId,
    payload: { assignmentId: part.id, agencyName: part.agencyName, count: sent },
  });
  return sent;
}

/** Those who do the work and their head, each once. */
export async function peopleToRemind(
  tx: Parameters<typeof listHolders>[0],
  part: { agencyId: string },
  today: string,
) {
  const holders = await listHolders(tx, today);
  const subject = { actor: { agencyId: part.agencyId } } as Subject;
  const found = new Map<string, 'doer' | 'head'>();
  for (const level of levels.slice(0, 2) as ('doer' | 'head')[])
    for (const personId of recipientsOf(subject, level, holders))
      if (!found.has(personId)) found.set(personId, level);
  return [...found].map(([personId, level]) => ({ personId, level }));
}
