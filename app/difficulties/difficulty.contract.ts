import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { difficultyActions, difficultyStates, levels } from './difficulty.ts';

const tag = 'Khó khăn, vướng mắc';
const day = z.iso.date();
const words = z.string().trim().min(5).max(4000);
const byId = z.object({ id: z.uuid() });

export const difficultyShape = z.object({
  id: z.uuid(),
  dutyId: z.uuid(),
  dutyText: z.string(),
  dutyPath: z.string(),
  symbol: z.string().nullable(),
  assignmentId: z.uuid(),
  agencyName: z.string(),
  cause: z.string(),
  words: z.string(),
  state: z.enum(difficultyStates),
  level: z.enum(levels),
  authorityName: z.string().nullable(),
  proposal: z.string().nullable(),
  replyDueOn: day,
  /** "còn 2 ngày làm việc, trừ 24/11"; null once answered. */
  clock: z.string().nullable(),
  isLate: z.boolean(),
  raisedBy: z.string(),
  raisedAt: z.string(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
  followUpId: z.uuid().nullable(),
  /** What the viewer may do to it now. */
  actions: z.array(z.enum(difficultyActions)),
});
export type DifficultyShown = z.output<typeof difficultyShape>;

const cause = z.object({ cause: z.string(), name: z.object({ vi: z.string(), en: z.string() }) });

export const listDutyDifficulties = route({
  method: 'GET',
  path: '/api/duties/:id/difficulties',
  tag,
  summary: 'Khó khăn, vướng mắc của một nhiệm vụ, mới nhất trước, và phần việc mà người xem nêu được.',
  params: byId,
  response: z.object({
    difficulties: z.array(difficultyShape),
    mayRaise: z.array(z.object({ assignmentId: z.uuid(), agencyName: z.string() })),
    causes: z.array(cause),
  }),
});

export const boxes = ['to-answer', 'own', 'all'] as const;

export const listDifficulties = route({
  method: 'GET',
  path: '/api/difficulties',
  tag,
  summary: 'Hàng chờ khó khăn, vướng mắc: chờ người xem trả lời, của cơ quan mình, hoặc tất cả được xem.',
  query: z.object({
    box: z.enum(boxes).default('to-answer'),
    state: z.enum(difficultyStates).optional(),
    cause: z.string().max(40).optional(),
  }),
  response: z.object({
    rows: z.array(difficultyShape),
    counts: z.record(z.enum(boxes), z.number()),
    causes: z.array(cause),
    maySeeFigures: z.boolean(),
  }),
});

export const showDifficulty = route({
  method: 'GET',
  path: '/api/difficulties/:id',
  tag,
  summary: 'Một khó khăn, vướng mắc, với những điều tương tự đang chờ và những trả lời tương tự đã có.',
  params: byId,
  response: difficultyShape.extend({
    alike: z.array(z.object({ id: z.uuid(), agencyName: z.string(), words: z.string() })),
    earlierAnswers: z.array(z.object({ id: z.uuid(), words: z.string(), answer: z.string() })),
  }),
});

export const findAnswers = route({
  method: 'GET',
  path: '/api/difficulty-answers',
  tag,
  summary: 'Những trả lời đã có cho khó khăn, vướng mắc tương tự.',
  query: z.object({ cause: z.string().max(40), words: z.string().max(4000) }),
  response: z.object({
    answers: z.array(z.object({ id: z.uuid(), words: z.string(), answer: z.string() })),
  }),
});

export const raiseDifficulty = route({
  method: 'POST',
  path: '/api/assignments/:id/difficulties',
  tag,
  summary:
    'Nêu khó khăn, vướng mắc ở phần việc của cơ quan mình; đồng hồ của cơ quan dừng đến khi có trả lời.',
  params: byId,
  body: z.object({
    cause: z.string().max(40),
    words,
    /** The body with authority, when it is asked directly. */
    authorityId: z.uuid().optional(),
  }),
  response: z.object({ id: z.uuid(), replyDueOn: day }),
});

export const actOnDifficulty = route({
  method: 'POST',
  path: '/api/difficulties/:id/actions',
  tag,
  summary:
    'Trả lời, trình UBND kèm đề xuất, chuyển cơ quan có thẩm quyền, rút lại điều đã nêu, hoặc rút câu trả lời khi chưa ai làm tiếp.',
  params: byId,
  body: z.object({
    action: z.enum(difficultyActions),
    /** The answer, or what the focal agency proposes when it passes it up. */
    words: words.optional(),
    /** The body with authority it is passed on to. */
    authorityId: z.uuid().optional(),
    /** Other open difficulties that this answer settles too. */
    alsoFor: z.array(z.uuid()).max(100).default([]),
    /** Work that the answer gives out. */
    followUp: z
      .object({ text: words, agencyIds: z.array(z.uuid()).min(1).max(50), dueOn: day.nullable() })
      .optional(),
  }),
  response: z.object({ state: z.enum(difficultyStates), level: z.enum(levels), answered: z.number() }),
});

export const difficultyFigures = route({
  method: 'GET',
  path: '/api/difficulty-figures',
  tag,
  summary:
    'Số khó khăn, vướng mắc theo cấp và theo nguyên nhân: đang chờ, quá hạn trả lời, số ngày trung bình, lặp lại.',
  response: z.object({
    levels: z.array(
      z.object({
        level: z.enum(levels),
        open: z.number(),
        late: z.number(),
        answered: z.number(),
        /** Mean days from raising to answering, one decimal; null where none was answered. */
        meanDays: z.number().nullable(),
      }),
    ),
    causes: z.array(
      z.object({ cause: z.string(), count: z.number(), agencies: z.number(), open: z.number() }),
    ),
  }),
});
