import type { Delivery } from './notice.contract.ts';
import type { NoticeRecord } from './notice.store.ts';

/** A notice as proof of delivery: who received it, and when it was sent, shown, mailed and read. */
export const asDelivery = ({
  seq: _,
  title: __,
  subjectKind: ___,
  subjectId: ____,
  dutyId: _____,
  personId: ______,
  ...row
}: NoticeRecord): Delivery => ({
  ...row,
  sentAt: row.sentAt.toISOString(),
  readAt: row.readAt?.toISOString() ?? null,
  shownAt: row.shownAt?.toISOString() ?? null,
  mailedAt: row.mailState === 'sent' ? (row.mailedAt?.toISOString() ?? null) : null,
});
