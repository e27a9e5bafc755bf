import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

export const remindReports = route({
  method: 'POST',
  path: '/api/reminders/reports',
  tag: 'Nhắc việc và thông báo',
  summary: 'Nhắc các cơ quan chưa gửi báo cáo: từng báo cáo được nhắc hay vì sao không.',
  body: z.object({ reportIds: z.array(z.uuid()).min(1).max(500) }),
  response: z.object({
    done: z.array(z.object({ reportId: z.uuid(), agencyName: z.string(), people: z.int() })),
    refused: z.array(z.object({ reportId: z.uuid(), agencyName: z.string().nullable(), why: z.string() })),
  }),
});
