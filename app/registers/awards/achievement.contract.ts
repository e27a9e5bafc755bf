import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const params = z.object({ id: z.uuid() });
const achievement = z.object({
  register: z.string(),
  said: z.object({ vi: z.string(), en: z.string() }),
  id: z.uuid(),
  title: z.string(),
  on: z.iso.date().nullable(),
  /** What it was worth, in words. */
  worth: z.string().nullable(),
  address: z.string(),
  /** Linked from the award, or told in its merits. */
  isTold: z.boolean(),
});
export type Achievement = z.output<typeof achievement>;

export const listAchievements = route({
  method: 'GET',
  path: '/api/registers/award/rows/:id/achievements',
  tag: 'Sổ theo dõi',
  summary:
    'Thành tích của người, tổ chức được đề nghị khen thưởng, tìm trong các sổ khác, mỗi việc kèm liên kết.',
  params,
  response: z.object({ achievements: z.array(achievement), mayTake: z.boolean() }),
});

export const takeAchievements = route({
  method: 'POST',
  path: '/api/registers/award/rows/:id/achievements',
  tag: 'Sổ theo dõi',
  summary:
    'Đưa thành tích đã chọn từ các sổ vào hồ sơ khen thưởng: thêm liên kết và lời kể, không sửa chữ đã ghi.',
  params,
  body: z.object({ revision: z.number().int(), ids: z.array(z.uuid()).min(1).max(200) }),
  response: z.object({ taken: z.number() }),
});
