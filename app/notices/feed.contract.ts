import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Nhắc việc và thông báo';

export const listFeeds = route({
  method: 'GET',
  path: '/api/calendar-feeds',
  tag,
  summary: 'Các liên kết lịch đang dùng: của tôi, và của cơ quan tôi làm đầu mối hoặc thủ trưởng.',
  response: z.object({
    feeds: z.array(
      z.object({
        id: z.uuid(),
        agencyId: z.uuid().nullable(),
        agencyName: z.string().nullable(),
        madeBy: z.string(),
        createdAt: z.iso.datetime(),
        fetchedAt: z.iso.datetime().nullable(),
      }),
    ),
    /** Agencies for which the viewer may make one. */
    agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});

export const makeFeed = route({
  method: 'POST',
  path: '/api/calendar-feeds',
  tag,
  summary: 'Tạo liên kết lịch cho tôi hoặc cho cơ quan; liên kết chỉ hiện một lần.',
  body: z.object({ agencyId: z.uuid().nullable() }),
  response: z.object({ id: z.uuid(), url: z.url() }),
});

export const revokeFeed = route({
  method: 'DELETE',
  path: '/api/calendar-feeds/:id',
  tag,
  summary: 'Thu hồi một liên kết lịch: từ lúc đó không ai đọc được nữa.',
  params: z.object({ id: z.uuid() }),
  response: z.object({ ok: z.literal(true) }),
});
