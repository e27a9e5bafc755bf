import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Báo cáo của hội qua liên kết';
const day = z.iso.date();
const token = z.string().min(60).max(120);
const ok = z.object({ ok: z.literal(true) });

/** What the holder of a link is asked, in this order; words in link.words.ts. */
export const threeQuestions = ['done', 'stuck', 'ahead'] as const;
const answer = z.string().trim().max(4000);

export const openThreeQuestions = route({
  method: 'POST',
  path: '/api/three-questions/open',
  tag,
  summary: 'Mở mẫu ba câu hỏi bằng liên kết bí mật, không cần tài khoản.',
  open: true,
  body: z.object({ token }),
  response: z.object({
    name: z.string(),
    agencyName: z.string(),
    periodName: z.string(),
    reportName: z.string(),
    from: day,
    to: day,
    dueOn: day,
    expiresOn: day,
    /** How often something was sent through this link, and when last. */
    sent: z.int(),
    lastSentAt: z.iso.datetime().nullable(),
    mayAnswer: z.boolean(),
  }),
});

export const answerThreeQuestions = route({
  method: 'POST',
  path: '/api/three-questions/answers',
  tag,
  summary: 'Gửi câu trả lời ba câu hỏi; cán bộ của cơ quan xác nhận rồi mới đưa vào báo cáo.',
  open: true,
  body: z.object({
    token,
    answers: z.tuple([answer, answer, answer]),
    saidBy: z.string().trim().min(2).max(120),
  }),
  response: z.object({ sentAt: z.iso.datetime() }),
});

const answerRow = z.object({
  id: z.uuid(),
  linkId: z.uuid(),
  name: z.string(),
  answers: z.tuple([z.string(), z.string(), z.string()]),
  saidBy: z.string(),
  sentAt: z.iso.datetime(),
  state: z.enum(['waiting', 'placed', 'set-aside']),
  reason: z.string().nullable(),
});

export const listLinks = route({
  method: 'GET',
  path: '/api/agency-reports/:id/links',
  tag,
  summary: 'Các liên kết đã gửi cho hội của một báo cáo và câu trả lời nhận được.',
  params: z.object({ id: z.uuid() }),
  response: z.object({
    links: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        madeBy: z.string(),
        expiresOn: day,
        isRevoked: z.boolean(),
        openedAt: z.iso.datetime().nullable(),
      }),
    ),
    answers: z.array(answerRow),
  }),
});

export const makeLink = route({
  method: 'POST',
  path: '/api/agency-reports/:id/links',
  tag,
  summary: 'Tạo liên kết ba câu hỏi cho một hội; địa chỉ chỉ hiện một lần.',
  params: z.object({ id: z.uuid() }),
  body: z.object({ name: z.string().trim().min(2).max(200), expiresOn: day }),
  response: z.object({ id: z.uuid(), url: z.string() }),
});

export const revokeLink = route({
  method: 'DELETE',
  path: '/api/report-links/:id',
  tag,
  summary: 'Thu hồi một liên kết: không mở được nữa; câu trả lời đã nhận vẫn giữ.',
  params: z.object({ id: z.uuid() }),
  response: ok,
});

export const placeAnswer = route({
  method: 'POST',
  path: '/api/report-answers/:id/place',
  tag,
  summary: 'Xác nhận câu trả lời của hội và đưa vào các mục của báo cáo đang soạn.',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    revision: z.int(),
    places: z
      .array(
        z.object({
          question: z.enum(threeQuestions),
          slot: z.string().min(1).max(60),
          text: z.string().trim().min(1).max(5000),
        }),
      )
      .min(1)
      .max(3),
  }),
  response: z.object({ revision: z.int() }),
});

export const setAnswerAside = route({
  method: 'POST',
  path: '/api/report-answers/:id/set-aside',
  tag,
  summary: 'Không dùng câu trả lời của hội, kèm lý do.',
  params: z.object({ id: z.uuid() }),
  body: z.object({ reason: z.string().trim().min(1).max(1000) }),
  response: ok,
});
