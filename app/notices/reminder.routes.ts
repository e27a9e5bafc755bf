import { getAssignment } from '#app/duties/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type SignedCall, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import { levels, type Subject } from './ladder.ts';
import * as contract from './notice.contract.ts';
import { mayRemind, maySeeReceipts } from './notice.policy.ts';
import { insertNotices, listNotices, wasReminded } from './notice.store.ts';
import { recipientsOf } from './recipients.ts';
import { listPartsOfDuty, listPartsToRemind } from './reminder.store.ts';
import { listHolders } from './subject.store.ts';

/** Reminding by hand, and who was reminded of a duty. */
export function reminderRoutes(web: Web, house: House): void {
  mount(web, house, contract.listDutyNotices, (call) => dutyNotices(house, call));
  mount(web, house, contract.remindByHand, (call) => remind(house, call));
  mount(web, house, contract.listToRemind, async ({ viewer, tx }) => {
    requirePolicy(mayRemind, viewer, undefined);
    const today = officeDay(house.now());
    return { today, rows: await listPartsToRemind(tx, today) };
  });
}

async function dutyNotices(
  house: House,
  { params, viewer, tx }: SignedCall<typeof contract.listDutyNotices>,
) {
  const today = officeDay(house.now());
  const parts = await listPartsOfDuty(tx, params.id, today);
  const agencyIds = parts.map(({ agencyId }) => agencyId);
  const maySee = maySeeReceipts.allows(viewer, { agencyIds });
  const found = maySee ? await listNotices(tx, { dutyId: params.id }, { limit: 200 }) : [];
  return {
    rows: found.map(({ seq, title, subjectKind, subjectId, dutyId, personId, ...row }) => ({
      ...row,
      sentAt: row.sentAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
      shownAt: row.shownAt?.toISOString() ?? null,
      mailedAt: row.mailState === 'sent' ? (row.mailedAt?.toISOString() ?? null) : null,
    })),
    toRemind: mayRemind.allows(viewer, undefined)
      ? parts.filter(({ isOpen }) => isOpen).map(({ agencyId: _, isOpen: __, ...part }) => part)
      : [],
  };
}

async function remind(house: House, { params, viewer, tx }: SignedCall<typeof contract.remindByHand>) {
  const part = await getAssignment(tx, params.id, { forUpdate: true });
  requirePolicy(mayRemind, viewer, undefined);
  const today = officeDay(house.now());
  const [found] = (await listPartsOfDuty(tx, part.dutyId, today)).filter(
    ({ assignmentId }) => assignmentId === part.id,
  );
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
  return { sent };
}

/** Those who do the work and their head, each once. */
async function peopleToRemind(
  tx: Parameters<typeof listHolders>[0],
  part: { id: string; agencyId: string },
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
