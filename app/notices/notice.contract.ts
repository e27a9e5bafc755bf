import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { channels, levels, occasions } from './ladder.ts';

const tag = 'Nhắc việc và thông báo';
const kind = z.enum(['duty', 'extension', 'difficulty', 'report', 'letter', 'ask', 'consolidation']);
const ok = z.object({ ok: z.literal(true) });

export const noticeShape = z.object({
  id: z.uuid(),
  seq: z.number(),
  subjectKind: kind,
  subjectId: z.uuid(),
  dutyId: z.uuid().nullable(),
  step: z.string(),
  dueOn: z.iso.date().nullable(),
  isRequest: z.boolean(),
  level: z.enum(levels),
  title: z.string(),
  agencyName: z.string().nullable(),
  sentBy: z.string().nullable(),
  sentAt: z.iso.datetime(),
  muted: z.boolean(),
  readAt: z.iso.datetime().nullable(),
});
export type NoticeShown = z.output<typeof noticeShape>;

export const listMyNotices = route({
  method: 'GET',
  path: '/api/notices',
  notes: true,
  tag,
  summary: 'Thông báo của tôi: chưa đọc hoặc tất cả, mới nhất trước.',
  query: z.object({
    show: z.enum(['unread', 'all']).default('unread'),
    before: z.coerce.number<number>().int().positive().optional(),
  }),
  response: z.object({
    rows: z.array(noticeShape),
    unread: z.number(),
    total: z.number(),
    hasMore: z.boolean(),
    mutes: z.array(z.object({ subjectKind: kind, subjectId: z.uuid() })),
  }),
});

export const countUnread = route({
  method: 'GET',
  path: '/api/notices/unread',
  tag,
  summary: 'Tôi còn bao nhiêu thông báo chưa đọc.',
  response: z.object({ unread: z.number() }),
});

export const readNotices = route({
  method: 'POST',
  path: '/api/notices/read',
  tag,
  summary: 'Đánh dấu đã đọc: từng thông báo, hoặc tất cả.',
  body: z.object({ ids: z.union([z.array(z.uuid()).min(1).max(500), z.literal('all')]) }),
  response: z.object({ read: z.number(), unread: z.number() }),
});

export const muteSubject = route({
  method: 'PUT',
  path: '/api/notice-mutes',
  tag,
  summary: 'Tắt hoặc bật lại nhắc một việc cho riêng tôi; thông báo vẫn được lưu.',
  body: z.object({ subjectKind: kind, subjectId: z.uuid(), muted: z.boolean() }),
  response: ok,
});

export const listDutyNotices = route({
  method: 'GET',
  path: '/api/duties/:id/notices',
  tag,
  summary: 'Ai đã được nhắc về một nhiệm vụ, nhận và đọc lúc nào.',
  params: z.object({ id: z.uuid() }),
  response: z.object({
    rows: z.array(
      noticeShape.omit({ seq: true, title: true, subjectKind: true, subjectId: true, dutyId: true }).extend({
        personName: z.string(),
        shownAt: z.iso.datetime().nullable(),
        mailedAt: z.iso.datetime().nullable(),
      }),
    ),
    /** Parts that the viewer may remind by hand now. */
    toRemind: z.array(
      z.object({
        assignmentId: z.uuid(),
        agencyName: z.string(),
        isRequest: z.boolean(),
        remindedToday: z.boolean(),
      }),
    ),
  }),
});

const deliveryShape = noticeShape
  .omit({ seq: true, title: true, subjectKind: true, subjectId: true, dutyId: true })
  .extend({
    personName: z.string(),
    shownAt: z.iso.datetime().nullable(),
    mailedAt: z.iso.datetime().nullable(),
  });
export type Delivery = z.output<typeof deliveryShape>;

export const listReportNotices = route({
  method: 'GET',
  path: '/api/agency-reports/:id/notices',
  tag,
  summary: 'Ai của cơ quan đã được nhắc về một báo cáo, nhận và đọc lúc nào.',
  params: z.object({ id: z.uuid() }),
  response: z.object({ rows: z.array(deliveryShape) }),
});

export const remindByHand = route({
  method: 'POST',
  path: '/api/assignments/:id/reminder',
  tag,
  summary: 'Nhắc cơ quan được giao một phần việc; mỗi phần việc mỗi ngày một lần.',
  params: z.object({ id: z.uuid() }),
  response: z.object({ sent: z.number() }),
});

export const listToRemind = route({
  method: 'GET',
  path: '/api/reminders',
  tag,
  summary: 'Những phần việc quá hạn hoặc chưa được tiếp nhận, để nhắc.',
  response: z.object({
    rows: z.array(
      z.object({
        assignmentId: z.uuid(),
        dutyId: z.uuid(),
        title: z.string(),
        agencyName: z.string(),
        isRequest: z.boolean(),
        dueOn: z.iso.date().nullable(),
        why: z.enum(['late', 'silent']),
        remindedOn: z.iso.date().nullable(),
      }),
    ),
    today: z.iso.date(),
  }),
});

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const ladderShape = z.object({
  rungs: z
    .array(
      z.object({
        when: z.enum(occasions),
        days: z.number().int().min(0).max(60),
        level: z.enum(levels),
        channel: z.enum(channels),
      }),
    )
    .max(60),
  sendFrom: time,
  sendUntil: time,
  answerHolds: z.number().int().min(0).max(30),
  source: z.string().trim().min(1).max(600),
});

export const showLadder = route({
  method: 'GET',
  path: '/api/notice-ladder',
  tag,
  summary: 'Thang nhắc việc đang dùng và nguồn của nó.',
  response: z.object({
    ladder: ladderShape,
    isOwn: z.boolean(),
    mayKeep: z.boolean(),
    ledgerId: z.uuid().nullable(),
  }),
});

export const saveLadder = route({
  method: 'PUT',
  path: '/api/notice-ladder',
  tag,
  summary: 'Đặt thang nhắc việc của tỉnh; không gửi bù các bước trước hôm nay.',
  body: ladderShape,
  response: ok,
});

export const restoreLadder = route({
  method: 'POST',
  path: '/api/notice-ladder/restore',
  tag,
  summary: 'Trở về thang nhắc việc đi kèm chương trình.',
  response: ok,
});

export const tryLadder = route({
  method: 'POST',
  path: '/api/notice-ladder/try',
  tag,
  summary:
    'Chạy thử một thang nhắc việc: trong 30 ngày tới ai sẽ được nhắc việc gì, nếu không ai làm gì thêm.',
  body: ladderShape,
  response: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    count: z.number(),
    people: z.number(),
    rows: z.array(
      z.object({
        on: z.iso.date(),
        step: z.string(),
        level: z.enum(levels),
        channel: z.enum(channels),
        dueOn: z.iso.date().nullable(),
        isRequest: z.boolean(),
        title: z.string(),
        agencyName: z.string().nullable(),
        dutyId: z.uuid().nullable(),
        people: z.array(z.string()),
      }),
    ),
    /** Letters that would be drafted, one a day and agency, and laid before whom. */
    letters: z.array(
      z.object({
        on: z.iso.date(),
        level: z.enum(levels),
        agencyName: z.string(),
        people: z.array(z.string()),
        duties: z.array(z.object({ id: z.uuid(), title: z.string(), isRequest: z.boolean() })),
      }),
    ),
    /** Steps that nobody would receive. */
    unheard: z.number(),
  }),
});
