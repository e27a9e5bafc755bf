import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { holidayKinds } from '#libraries/calendar/index.ts';

const tag = 'Lịch làm việc';
const day = z.iso.date();
const kind = z.enum(holidayKinds as [(typeof holidayKinds)[number], ...(typeof holidayKinds)[number][]]);

const holidayShape = z.object({
  date: day,
  name: z.string(),
  kind,
  source: z.string(),
  /** Read in the year's own decision. */
  verified: z.boolean(),
  origin: z.enum(['shipped', 'own', 'left-out']),
});
export type HolidayShown = z.output<typeof holidayShape>;

export const listHolidays = route({
  method: 'GET',
  path: '/api/holidays',
  tag,
  summary: 'Lịch nghỉ của một năm: ngày nghỉ, nghỉ bù, làm bù, nguồn và mức kiểm chứng.',
  query: z.object({ year: z.coerce.number<number>().int().min(2000).max(2100) }),
  response: z.object({
    years: z.object({ first: z.number(), last: z.number() }).nullable(),
    rows: z.array(holidayShape),
    mayKeep: z.boolean(),
    /** Whose ledger tells what was changed; null while nothing was. */
    calendarId: z.uuid().nullable(),
  }),
});

const onDay = z.object({ date: day });

export const saveHoliday = route({
  method: 'PUT',
  path: '/api/holidays/:date',
  tag,
  summary: 'Thêm hoặc sửa một ngày trong lịch nghỉ của tỉnh.',
  params: onDay,
  body: z.object({
    name: z.string().trim().max(200),
    kind,
    source: z.string().trim().max(500),
    verified: z.boolean(),
  }),
  response: z.object({ ok: z.literal(true) }),
});

export const leaveOutHoliday = route({
  method: 'DELETE',
  path: '/api/holidays/:date',
  tag,
  summary: 'Bỏ một ngày khỏi lịch nghỉ của tỉnh; có thể lấy lại.',
  params: onDay,
  response: z.object({ ok: z.literal(true) }),
});

export const restoreHoliday = route({
  method: 'POST',
  path: '/api/holidays/:date/restore',
  tag,
  summary: 'Lấy lại ngày theo lịch đi kèm chương trình.',
  params: onDay,
  response: z.object({ ok: z.literal(true) }),
});

export const countWorkingDays = route({
  method: 'GET',
  path: '/api/working-days',
  tag,
  summary: 'Sau một số ngày làm việc kể từ một ngày là ngày nào, trừ những ngày nghỉ nào.',
  query: z.object({ from: day, days: z.coerce.number<number>().int().min(1).max(500) }),
  response: z.object({ due: day, explained: z.string() }),
});
