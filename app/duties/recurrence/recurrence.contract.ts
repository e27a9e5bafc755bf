import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { cells } from '../four-cells.ts';
import { occurrenceStates } from './recurrence.ts';

const tag = 'Nhiệm vụ';
const day = z.iso.date();

const timeShape = z.object({
  id: z.uuid(),
  assignmentId: z.uuid(),
  agencyName: z.string(),
  occursOn: day,
  dueOn: day,
  firstDueOn: day,
  doneOn: day.nullable(),
  state: z.enum(occurrenceStates),
  cell: z.enum(cells),
  /** Entries of the log that tell of it. */
  entries: z.number(),
  /** The viewer may write on it, and say that it is done. */
  mayLog: z.boolean(),
});
export type TimeShown = z.output<typeof timeShape>;

export const listOccurrences = route({
  method: 'GET',
  path: '/api/duties/:id/occurrences',
  tag,
  summary: 'Các kỳ của một nhiệm vụ định kỳ: hạn từng kỳ, kỳ nào đã làm, chưa báo cáo hay quá hạn.',
  params: z.object({ id: z.uuid() }),
  response: z.object({
    rhythm: z.object({ words: z.string(), isPrinted: z.boolean() }).nullable(),
    /** Words of work that goes on without times ('thường xuyên', 'hằng tuần'): the periodic reports tell of it. */
    continuous: z.string().nullable(),
    maySet: z.boolean(),
    /** Of all agencies, by the rule of the four cells. */
    counts: z.record(z.enum(cells), z.number()),
    times: z.array(timeShape),
  }),
});

export const setRhythm = route({
  method: 'PUT',
  path: '/api/duties/:id/rhythm',
  tag,
  summary:
    'Đặt hoặc đổi kỳ của một nhiệm vụ bằng lời, ví dụ “định kỳ hằng quý, trước ngày 15 tháng cuối quý”.',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    words: z.string().trim().min(3).max(300),
    /** By report window: each time ends on the 14th, whatever day the words name. */
    byWindow: z.boolean().default(false),
  }),
  response: z.object({ made: z.number() }),
});
