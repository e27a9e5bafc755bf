import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { roles } from '#app/platform/viewer.ts';

const tag = 'Người dùng';
const day = z.iso.date();
const role = z.enum(roles);
const ok = z.object({ ok: z.literal(true) });
const personParams = z.object({ id: z.uuid() });
const name = z.string().trim().min(2).max(120);
const title = z.string().trim().max(120);
const email = z.email().max(200);

export const peopleStates = ['working', 'away', 'idle', 'new', 'left'] as const;
export type PeopleState = (typeof peopleStates)[number];

const personRow = z.object({
  id: z.uuid(),
  name: z.string(),
  title: z.string().nullable(),
  email: z.string(),
  /** Roles held today, and those that begin later. */
  roles: z.array(z.object({ agencyId: z.uuid(), agencyName: z.string(), role, from: day })),
  lastSeenAt: z.iso.datetime().nullable(),
  hasPassword: z.boolean(),
  isIdle: z.boolean(),
  endedOn: day.nullable(),
  /** Who stands in today, when the person is away. */
  substitute: z.string().nullable(),
});
export type PersonRow = z.output<typeof personRow>;

/** Where the viewer may give roles, and which. */
const grantable = z.array(z.object({ agencyId: z.uuid(), agencyName: z.string(), roles: z.array(role) }));

export const listPeople = route({
  method: 'GET',
  path: '/api/people',
  tag,
  summary: 'Danh sách người dùng với vai trò hôm nay; tìm không dấu theo tên, chức vụ, thư điện tử.',
  query: z.object({
    text: z.string().max(200).optional(),
    agency: z.uuid().optional(),
    role: role.optional(),
    state: z.enum(peopleStates).optional(),
  }),
  response: z.object({
    people: z.array(personRow),
    hasMore: z.boolean(),
    agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
    grantable,
    idleDays: z.int(),
  }),
});

const absenceShape = z.object({
  id: z.uuid(),
  agencyId: z.uuid(),
  agencyName: z.string(),
  personId: z.uuid(),
  personName: z.string(),
  substituteId: z.uuid(),
  substituteName: z.string(),
  from: day,
  to: day,
  state: z.enum(['past', 'now', 'future']),
  mayEnd: z.boolean(),
});

export const showPerson = route({
  method: 'GET',
  path: '/api/people/:id',
  tag,
  summary: 'Một người dùng: vai trò theo ngày, vắng mặt và người thay, bàn giao.',
  params: personParams,
  response: z.object({
    id: z.uuid(),
    name: z.string(),
    title: z.string().nullable(),
    email: z.string(),
    isMe: z.boolean(),
    hasPassword: z.boolean(),
    lastSeenAt: z.iso.datetime().nullable(),
    endedOn: day.nullable(),
    isErased: z.boolean(),
    today: day,
    roles: z.array(
      z.object({
        id: z.uuid(),
        agencyId: z.uuid(),
        agencyName: z.string(),
        role,
        from: day,
        to: day.nullable(),
        state: z.enum(['past', 'now', 'future']),
        mayEnd: z.boolean(),
      }),
    ),
    grantable,
    /** Away, or standing in for somebody. */
    absences: z.array(absenceShape),
    /** Agencies in which an absence may be set now, with who could stand in. */
    absenceIn: z.array(
      z.object({
        agencyId: z.uuid(),
        agencyName: z.string(),
        substitutes: z.array(z.object({ id: z.uuid(), name: z.string() })),
      }),
    ),
    handOvers: z.array(
      z.object({
        id: z.uuid(),
        agencyName: z.string(),
        lastDay: day,
        state: z.enum(['waiting', 'received', 'cancelled']),
      }),
    ),
    /** Agencies which a hand-over can be prepared for now. */
    handOverIn: z.array(z.object({ agencyId: z.uuid(), agencyName: z.string() })),
    may: z.object({
      correct: z.boolean(),
      changeEmail: z.boolean(),
      invite: z.boolean(),
      endWork: z.boolean(),
      readContact: z.boolean(),
    }),
  }),
});

export type ShownPerson = z.output<typeof showPerson.response>;

const dates = { from: day, to: day.nullable().default(null) };

export const addPerson = route({
  method: 'POST',
  path: '/api/people',
  tag,
  summary: 'Thêm một người với vai trò trong một cơ quan.',
  body: z.object({ name, title, email, agencyId: z.uuid(), role, from: day }),
  response: z.object({ id: z.uuid() }),
});

export const correctPerson = route({
  method: 'PATCH',
  path: '/api/people/:id',
  tag,
  summary: 'Sửa họ tên, chức vụ, thư điện tử đăng nhập của một người.',
  params: personParams,
  body: z.object({ name, title, email }),
  response: ok,
});

export const grantRole = route({
  method: 'POST',
  path: '/api/people/:id/roles',
  tag,
  summary: 'Cấp một vai trò trong một cơ quan từ một ngày.',
  params: personParams,
  body: z.object({ agencyId: z.uuid(), role, ...dates }),
  response: z.object({ id: z.uuid() }),
});

export const endRole = route({
  method: 'POST',
  path: '/api/people/:id/roles/:roleId/end',
  tag,
  summary: 'Ghi ngày cuối giữ một vai trò; để trống ngày là giữ tiếp.',
  params: z.object({ id: z.uuid(), roleId: z.uuid() }),
  body: z.object({ lastDay: day.nullable() }),
  response: ok,
});

export const endWork = route({
  method: 'POST',
  path: '/api/people/:id/end',
  tag,
  summary: 'Ghi ngày làm việc cuối: mọi vai trò hết hạn và tài khoản đóng sau ngày đó; để trống là mở lại.',
  params: personParams,
  body: z.object({ lastDay: day.nullable() }),
  response: ok,
});

export const invitePerson = route({
  method: 'POST',
  path: '/api/people/:id/invite',
  tag,
  summary: 'Mời một người bằng liên kết dùng một lần: gửi bằng thư, hoặc trao tay.',
  params: personParams,
  body: z.object({ by: z.enum(['mail', 'slip']) }),
  response: z.object({
    /** Shown once; null when it went into a letter. */
    link: z.string().nullable(),
    /** The letter leaves by itself; false: it waits in the outbox to be handed over. */
    isSent: z.boolean(),
    expiresAt: z.iso.datetime(),
  }),
});

export const setAbsence = route({
  method: 'POST',
  path: '/api/people/:id/absences',
  tag,
  summary: 'Đặt thời gian vắng mặt và người thay trong cùng cơ quan.',
  params: personParams,
  body: z.object({ agencyId: z.uuid(), substituteId: z.uuid(), from: day, to: day }),
  response: z.object({ id: z.uuid() }),
});

export const endAbsence = route({
  method: 'POST',
  path: '/api/absences/:id/end',
  tag,
  summary: 'Kết thúc sớm hoặc bỏ một lần vắng mặt: người thay thôi làm thay ngay.',
  params: z.object({ id: z.uuid() }),
  response: ok,
});

/** Rows as pasted or read from a workbook: the first names the columns. */
const table = z
  .array(z.array(z.string().max(500)).max(40))
  .min(1)
  .max(2001);

export const importPeople = route({
  method: 'POST',
  path: '/api/people/import',
  tag,
  summary:
    'Nhập nhiều người từ một bảng: thử trước để thấy lỗi từng dòng, rồi nhập; còn dòng lỗi thì không nhập dòng nào.',
  body: z.object({ table, dryRun: z.boolean() }),
  response: z.object({
    rows: z.array(
      z.object({
        line: z.int(),
        name: z.string(),
        title: z.string(),
        email: z.string(),
        agency: z.string(),
        role: z.string(),
        from: z.string(),
        /** What the row does, when it has no errors. */
        effect: z.enum(['new', 'role', 'none']),
        errors: z.array(z.string()),
      }),
    ),
    missingColumns: z.array(z.string()),
    imported: z.int(),
  }),
});

/** multipart/form-data with one `file` (.xlsx). */
export const readPeopleWorkbook = route({
  method: 'POST',
  path: '/api/people/import/workbook',
  tag,
  summary: 'Đọc bảng người dùng từ một tệp Excel (multipart/form-data), chưa nhập gì.',
  response: z.object({ table }),
});
