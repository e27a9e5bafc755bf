import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { assignmentActions, assignmentStates } from './assignment.ts';

const tag = 'Nhiệm vụ';

/** Actions that need no file: progress has its own route. */
export const plainActions = assignmentActions.filter((action) => action !== 'log-progress');

export const actOnAssignment = route({
  method: 'POST',
  path: '/api/assignments/:id/actions',
  tag,
  summary:
    'Tiếp nhận, báo hoàn thành, rút lại, từ chối, xác nhận, trả lại, mở lại, giao lại, tạm dừng, cho tiếp tục, thu hồi hoặc khôi phục phần việc của một cơ quan.',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    action: z.enum(plainActions as Exclude<(typeof assignmentActions)[number], 'log-progress'>[]),
    /** Why: asked for when refusing, returning, reopening and insisting. */
    reason: z.string().trim().max(2000).optional(),
    /** The right agency: named when refusing, chosen when reassigning. */
    agencyId: z.uuid().optional(),
    /** The day a pause ends by itself; left out, somebody ends it. */
    until: z.iso.date().optional(),
  }),
  response: z.object({ state: z.enum(assignmentStates) }),
});

/** multipart/form-data: `note`, `doneOn` ('YYYY-MM-DD', today when absent) and any number of `file`. */
export const logProgress = route({
  method: 'POST',
  path: '/api/assignments/:id/progress',
  tag,
  summary: 'Ghi tiến độ: nội dung đã làm, ngày làm và các tệp minh chứng (multipart/form-data).',
  params: z.object({ id: z.uuid() }),
  response: z.object({ id: z.uuid(), state: z.enum(assignmentStates) }),
});
