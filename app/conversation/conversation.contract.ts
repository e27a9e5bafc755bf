import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Trao đổi và theo dõi';

/** What can be talked about and followed; each has its rule in subjects.ts. */
export const subjectKinds = ['duty', 'consolidation', 'agency-report'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

const subject = z.object({ kind: z.enum(subjectKinds), id: z.uuid() });
const named = z.object({ personId: z.uuid(), name: z.string() });
const said = z.object({
  /** With '@Họ tên' where somebody is named. */
  words: z.string().trim().min(1, 'Hãy viết một câu rồi gửi.').max(4000),
  /** Who is named in the words. */
  mentions: z.array(z.uuid()).max(50).default([]),
});
const ok = z.object({ ok: z.literal(true) });

export const commentShape = z.object({
  id: z.uuid(),
  /** Key of the heading it is about; null: the whole. */
  place: z.string().nullable(),
  authorName: z.string(),
  agencyName: z.string().nullable(),
  /** Empty once removed. */
  words: z.string(),
  mentions: z.array(named),
  writtenAt: z.iso.datetime(),
  changedAt: z.iso.datetime().nullable(),
  isRemoved: z.boolean(),
  /** The viewer wrote it and may still change it until then. */
  changeableUntil: z.iso.datetime().nullable(),
});
export type CommentShown = z.output<typeof commentShape>;

export const showConversation = route({
  method: 'GET',
  path: '/api/conversations/:kind/:id',
  tag,
  summary: 'Trao đổi về một việc: ai nói gì, và người xem có đang theo dõi không.',
  params: subject,
  response: z.object({
    comments: z.array(commentShape),
    mayWrite: z.boolean(),
    follows: z.boolean(),
    followers: z.number(),
  }),
});

export const findToMention = route({
  method: 'GET',
  path: '/api/conversations/:kind/:id/people',
  tag,
  summary: 'Người có thể nhắc tên trong trao đổi: những ai được xem việc đó, người có phần việc trước.',
  params: subject,
  query: z.object({ text: z.string().trim().max(60).default('') }),
  response: z.object({ people: z.array(named.extend({ agencyName: z.string().nullable() })) }),
});

export const writeComment = route({
  method: 'POST',
  path: '/api/conversations/:kind/:id/comments',
  tag,
  summary: 'Viết một ý kiến; ai được nhắc tên và ai đang theo dõi thì nhận thông báo.',
  params: subject,
  body: said.extend({ place: z.string().min(1).max(60).nullable().default(null) }),
  response: z.object({ id: z.uuid() }),
});

export const changeComment = route({
  method: 'PUT',
  path: '/api/comments/:id',
  tag,
  summary: 'Sửa ý kiến của mình trong thời gian cho phép; nhật ký giữ lời cũ.',
  params: z.object({ id: z.uuid() }),
  body: said,
  response: ok,
});

export const removeComment = route({
  method: 'DELETE',
  path: '/api/comments/:id',
  tag,
  summary: 'Xóa ý kiến của mình trong thời gian cho phép; nhật ký giữ lời cũ.',
  params: z.object({ id: z.uuid() }),
  response: ok,
});

export const setFollow = route({
  method: 'PUT',
  path: '/api/follows/:kind/:id',
  tag,
  summary: 'Theo dõi hoặc thôi theo dõi một việc: mỗi bước mới của việc đó thành một thông báo.',
  params: subject,
  body: z.object({ follows: z.boolean() }),
  response: ok,
});
