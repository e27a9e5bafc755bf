import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Nhắc việc và thông báo';

export const remindMany = route({
  method: 'POST',
  path: '/api/reminders',
  tag,
  summary:
    'Đôn đốc nhiều nhiệm vụ một lần: nhắc mọi cơ quan còn việc phải làm; từng phần việc được nhắc hay vì sao không; có thể chỉ làm thử.',
  body: z.object({
    dutyIds: z.array(z.uuid()).min(1).max(200),
    /** Only the parts of this agency. */
    only: z.uuid().optional(),
    rehearse: z.boolean().default(false),
  }),
  response: z.object({
    done: z.array(z.object({ dutyId: z.uuid(), agencyName: z.string(), people: z.number() })),
    refused: z.array(
      z.object({
        dutyId: z.uuid(),
        /** 'III.2.c, 217/KH-UBND'; empty where there is no such duty. */
        label: z.string(),
        agencyName: z.string().nullable(),
        why: z.string(),
      }),
    ),
  }),
});
