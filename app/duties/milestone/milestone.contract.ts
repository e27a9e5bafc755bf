import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Nhiệm vụ';
const day = z.iso.date();
export const milestoneActions = ['reach', 'reopen', 'remove'] as const;
export type MilestoneAction = (typeof milestoneActions)[number];

const milestoneShape = z.object({
  id: z.uuid(),
  name: z.string(),
  dueOn: day,
  reachedOn: day.nullable(),
  isLate: z.boolean(),
});
export type MilestoneShown = z.output<typeof milestoneShape>;

const partShape = z.object({
  assignmentId: z.uuid(),
  agencyName: z.string(),
  dueOn: day.nullable(),
  maySet: z.boolean(),
  /** In the order of their days. */
  milestones: z.array(milestoneShape),
});
export type PartOfMilestones = z.output<typeof partShape>;

export const listMilestones = route({
  method: 'GET',
  path: '/api/duties/:id/milestones',
  tag,
  summary: 'Các mốc của từng phần việc: tên mốc, ngày, đã đạt hay chưa.',
  params: z.object({ id: z.uuid() }),
  response: z.object({ parts: z.array(partShape) }),
});

export const addMilestone = route({
  method: 'POST',
  path: '/api/assignments/:id/milestones',
  tag,
  summary: 'Cơ quan thêm một mốc vào phần việc của mình; ngày của mốc không sau hạn của phần việc.',
  params: z.object({ id: z.uuid() }),
  body: z.object({ name: z.string().trim().min(3).max(200), dueOn: day }),
  response: z.object({ id: z.uuid() }),
});

export const actOnMilestone = route({
  method: 'POST',
  path: '/api/milestones/:id/actions',
  tag,
  summary: 'Đánh dấu đã đạt, bỏ đánh dấu hoặc bỏ một mốc.',
  params: z.object({ id: z.uuid() }),
  body: z.object({ action: z.enum(milestoneActions) }),
  response: z.object({ reachedOn: day.nullable() }),
});
