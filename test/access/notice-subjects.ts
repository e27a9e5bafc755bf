import { inTenant } from '#app/platform/database.ts';
import type { TestHouse } from '#test/house.ts';
import { askerOf } from './ask.ts';
import type { Subjects } from './probe.ts';

/** Reminders by hand, a calendar of the own agency, another system that is told of notices. */
export async function noticeSubjects(
  t: TestHouse,
  { agency, duty, receivedPart }: Subjects,
): Promise<Subjects> {
  const focal = askerOf(t, await t.as('daumoi@example.vn'));
  const own = askerOf(t, await t.as('ngoaivu@example.vn'));
  const leader = askerOf(t, await t.as('lanhdao@example.vn'));
  const administrator = askerOf(t, await t.as('quantri@example.vn'));
  await focal('POST', `/api/assignments/${receivedPart}/reminder`);
  const { rows } = await own('GET', '/api/notices');
  const feed = await own('POST', '/api/calendar-feeds', { agencyId: agency });
  const empty = await leader('POST', '/api/calendar-feeds', { agencyId: null });
  const hook = await administrator('POST', '/api/webhooks', { url: 'https://lienthong.example.vn/nhac' });
  const delivery = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx
      .insertInto('webhook_delivery')
      .values({
        webhook_id: hook.id,
        notice_id: rows[0].id,
        body: '{}',
        state: 'dead',
        next_attempt_at: t.house.now(),
        created_at: t.house.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  const device = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx
      .insertInto('push_subscription')
      .columns(['person_id', 'endpoint_hash', 'content', 'after_seq', 'failures', 'made_at'])
      .expression((eb) =>
        eb
          .selectFrom('person')
          .select(({ val, lit }) => [
            'id',
            val(Buffer.from('thiết bị')).as('hash'),
            val(Buffer.from('niêm')).as('content'),
            lit(0).as('after'),
            lit(3).as('failures'),
            val(t.house.now()).as('at'),
          ])
          .where('email', '=', 'ngoaivu@example.vn'),
      )
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return {
    device: device.id,
    notice: rows[0].id,
    noticePart: rows[0].subjectId,
    noticeDuty: rows[0].dutyId ?? duty,
    feed: feed.id,
    emptyFeedFile: empty.url.split('/').at(-1),
    webhook: hook.id,
    delivery: delivery.id,
  };
}
