import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { roles } from '#app/platform/viewer.ts';
import { itemKinds, writtenKinds } from './hand-over.ts';

const tag = 'Bàn giao';
const day = z.iso.date();
const id = z.object({ id: z.uuid() });
const ok = z.object({ ok: z.literal(true) });
export const handOverStates = ['waiting', 'received', 'cancelled'] as const;

const heldShape = z.object({
  kind: z.enum(itemKinds),
  subjectId: z.uuid().nullable(),
  page: z.string().nullable(),
  title: z.string(),
  detail: z.string().nullable(),
  dueOn: day.nullable(),
  role: z.enum(roles).optional(),
});

export const showHeld = route({
  method: 'GET',
  path: '/api/people/:id/held',
  tag,
  summary: 'Mọi thứ một người đang giữ ở một cơ quan, trước khi bàn giao.',
  params: id,
  query: z.object({ agency: z.uuid() }),
  response: z.object({
    personName: z.string(),
    agencyName: z.string(),
    today: day,
    /** Works in other agencies too. */
    hasOtherAgencies: z.boolean(),
    items: z.array(heldShape.extend({ mayPass: z.boolean() })),
    colleagues: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});

export const prepareHandOver = route({
  method: 'POST',
  path: '/api/people/:id/hand-overs',
  tag,
  summary: 'Lập bàn giao: mỗi mục chọn một người nhận; chưa có gì chuyển cho đến khi người nhận xác nhận.',
  params: id,
  body: z.object({
    agencyId: z.uuid(),
    lastDay: day,
    endsWork: z.boolean(),
    /** Everything held, by kind and subject, with who takes it over. */
    held: z
      .array(z.object({ kind: z.enum(itemKinds), subjectId: z.uuid(), successorId: z.uuid().nullable() }))
      .max(3000),
    written: z
      .array(
        z.object({
          kind: z.enum(writtenKinds),
          title: z.string().trim().min(2).max(1000),
          dueOn: day.nullable().default(null),
          successorId: z.uuid(),
        }),
      )
      .max(200),
  }),
  response: z.object({ id: z.uuid() }),
});

export const showHandOver = route({
  method: 'GET',
  path: '/api/hand-overs/:id',
  tag,
  summary: 'Một bàn giao: mục nào, ai giao, ai nhận, đã nhận chưa.',
  params: id,
  response: z.object({
    id: z.uuid(),
    personId: z.uuid(),
    personName: z.string(),
    personTitle: z.string().nullable(),
    agencyName: z.string(),
    lastDay: day,
    endsWork: z.boolean(),
    preparedByName: z.string(),
    preparedAt: z.iso.datetime(),
    receivedAt: z.iso.datetime().nullable(),
    state: z.enum(handOverStates),
    items: z.array(
      heldShape.extend({
        id: z.uuid(),
        successorId: z.uuid().nullable(),
        successorName: z.string().nullable(),
        receivedAt: z.iso.datetime().nullable(),
      }),
    ),
    /** How many items wait for the viewer to receive them. */
    waitingForMe: z.int(),
    mayReceive: z.boolean(),
    mayCancel: z.boolean(),
  }),
});

export const receiveHandOver = route({
  method: 'POST',
  path: '/api/hand-overs/:id/receive',
  tag,
  summary: 'Người nhận xác nhận đã nhận phần của mình; khi người cuối cùng xác nhận, bàn giao có hiệu lực.',
  params: id,
  response: z.object({ done: z.boolean() }),
});

export const cancelHandOver = route({
  method: 'POST',
  path: '/api/hand-overs/:id/cancel',
  tag,
  summary: 'Bỏ một bàn giao chưa được nhận hết: mọi thứ ở nguyên như trước.',
  params: id,
  response: ok,
});

export const listHandOversForMe = route({
  method: 'GET',
  path: '/api/hand-overs',
  tag,
  summary: 'Các bàn giao đang chờ người xem nhận, và những bàn giao họ đã lập hoặc đã nhận.',
  response: z.object({
    handOvers: z.array(
      z.object({
        id: z.uuid(),
        personName: z.string(),
        agencyName: z.string(),
        lastDay: day,
        state: z.enum(handOverStates),
        waitsForMe: z.boolean(),
      }),
    ),
  }),
});

export const downloadHandOver = route({
  method: 'GET',
  path: '/api/hand-overs/:id/docx',
  tag,
  summary: 'Biên bản bàn giao công việc dưới dạng DOCX theo thể thức Nghị định 30/2020.',
  params: id,
  response: z.any(),
});
