import { getAssignment } from '#app/duties/index.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type SignedCall, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import * as contract from './notice.contract.ts';
import { mayRemind, maySeeReceipts } from './notice.policy.ts';
import { listNotices } from './notice.store.ts';
import { remindMany as remindManyContract } from './remind-many.contract.ts';
import { remindMany } from './remind-many.ts';
import { remindPart } from './remind-part.ts';
import { remindReports as remindReportsContract } from './remind-reports.contract.ts';
import { remindReports } from './remind-reports.ts';
import { listPartsOfDuty, listPartsToRemind } from './reminder.store.ts';

/** Reminding by hand, and who was reminded of a duty. */
export function reminderRoutes(web: Web, house: House): void {
  mount(web, house, contract.listDutyNotices, (call) => dutyNotices(house, call));
  mount(web, house, contract.remindByHand, (call) => remind(house, call));
  mount(web, house, remindManyContract, (call) => remindMany(house, call));
  mount(web, house, remindReportsContract, (call) => remindReports(house, call));
  mount(web, house, contract.listToRemind, async ({ viewer, tx }) => {
    requirePolicy(mayRemind, viewer, undefined);
    const today = officeDay(house.now());
    return { today, rows: await listPartsToRemind(tx, today) };
  });
}

/** What one chose to follow is no reminder. */
const isReminder = ({ step }: { step: string }) =>
  !/^(followed|commented|mentioned|asked|ask-answered|ask-closed):/.test(step);

async function dutyNotices(
  house: House,
  { params, viewer, tx }: SignedCall<typeof contract.listDutyNotices>,
) {
  const today = officeDay(house.now());
  const parts = await listPartsOfDuty(tx, params.id, today);
  const agencyIds = parts.map(({ agencyId }) => agencyId);
  const maySee = maySeeReceipts.allows(viewer, { agencyIds });
  const found = maySee
    ? (await listNotices(tx, { dutyId: params.id }, { limit: 400 })).filter(isReminder)
    : [];
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
  return { sent: await remindPart({ tx, house, viewer }, part, found) };
}
