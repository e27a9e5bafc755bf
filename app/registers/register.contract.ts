import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Sổ theo dõi';
const day = z.iso.date();
const said = z.object({ vi: z.string(), en: z.string() });
const language = z.enum(['vi', 'en']).default('vi');
const inRegister = z.object({ register: z.string().max(60) });
const byRow = inRegister.extend({ id: z.uuid() });
/** By field; what stands in each is what its kind reads. */
const values = z.record(z.string(), z.unknown());
const faults = z.array(z.object({ field: z.string(), message: z.string() }));

const choiceShape = z.object({ value: z.string(), said });

const controlShape = z.object({
  control: z.string(),
  type: z.string().optional(),
  longest: z.number().optional(),
  unit: z.string().optional(),
  decimals: z.number().optional(),
  choices: z.array(choiceShape).optional(),
  target: z.string().optional(),
});
export const inputShape = controlShape.extend({
  /** Of a table: the controls of a line. */
  columns: z
    .array(
      z.object({
        name: z.string(),
        kind: z.string(),
        said,
        isRequired: z.boolean(),
        input: controlShape,
      }),
    )
    .optional(),
});
export const fieldShape = z.object({
  name: z.string(),
  kind: z.string(),
  said,
  hint: said.nullable(),
  isRequired: z.boolean(),
  isSealed: z.boolean(),
  input: inputShape,
  /** How the list may be narrowed by it; null where it may not. */
  filter: z
    .object({
      ask: z.enum(['words', 'one-of', 'range', 'yes-no']),
      of: z.enum(['day', 'number']).optional(),
      choices: z.array(choiceShape).optional(),
      target: z.string().optional(),
    })
    .nullable(),
});
export type FieldShown = z.output<typeof fieldShape>;

export const listRegisters = route({
  method: 'GET',
  path: '/api/registers',
  tag,
  summary: 'Các sổ theo dõi theo đề mục của kế hoạch, số dòng và việc người xem làm được.',
  response: z.object({
    headings: z.array(
      z.object({
        said,
        registers: z.array(
          z.object({
            name: z.string(),
            said,
            basis: z.string(),
            /** At most 1,000 are counted here. */
            count: z.number(),
            isMore: z.boolean(),
            /** Days set by its rows that are near or past. */
            due: z.number(),
            mayWrite: z.boolean(),
          }),
        ),
      }),
    ),
  }),
});

export const settingShape = z.object({
  name: z.string(),
  said,
  value: z.number(),
  unit: z.string(),
  source: z.string(),
  mark: z.enum(['V', 'V2', 'R']),
  /** The province set it otherwise than the program ships it. */
  isOwn: z.boolean(),
});

export const showRegister = route({
  method: 'GET',
  path: '/api/registers/:register',
  tag,
  summary: 'Một sổ theo dõi: các mục, bộ lọc, trạng thái, thời hạn, chỉ tiêu và quyền của người xem.',
  params: inRegister,
  response: z.object({
    name: z.string(),
    said,
    one: said,
    heading: said,
    basis: z.string(),
    title: z.string(),
    fields: z.array(fieldShape),
    sections: z.array(z.object({ said, fields: z.array(z.string()) })),
    list: z.array(z.string()),
    /** Fields by which the list can be sorted; by the others it is narrowed. */
    sortedBy: z.array(z.string()),
    filters: z.array(z.string()),
    states: z.array(choiceShape),
    settings: z.array(settingShape),
    indicators: z.array(
      z.object({
        key: z.string(),
        said,
        unit: z.string(),
        rule: z.enum(['flow', 'stock', 'distinct', 'ratio']),
      }),
    ),
    may: z.object({
      write: z.boolean(),
      /** Agencies in whose name the viewer may write; 'all': any. */
      writeFor: z.union([z.literal('all'), z.array(z.object({ id: z.uuid(), name: z.string() }))]),
      import: z.boolean(),
      set: z.boolean(),
      merge: z.boolean(),
      sentences: z.object({ read: said, write: said, remove: said }),
    }),
    /** Registers of whose rows a new row here may be told. */
    tellings: z.array(z.object({ register: z.string(), said })),
    toDecide: z.number(),
  }),
});
export type RegisterShown = z.output<typeof showRegister.response>;

export const listAsked = z.object({
  q: z.string().trim().max(200).optional(),
  /** 'field:what': 'country:LA,VN', 'expiresOn:2026-01-01..2026-12-31'; all of them hold. */
  filter: z.union([z.string().max(500), z.array(z.string().max(500)).max(20)]).optional(),
  state: z.string().max(200).optional(),
  agency: z.uuid().optional(),
  /** A field, '-' before it for the last first; 'changed': the latest changed first. */
  sort: z.string().max(60).optional(),
});
export type ListAsked = z.output<typeof listAsked>;

export const listRows = route({
  method: 'GET',
  path: '/api/registers/:register/rows',
  tag,
  summary: 'Các dòng của một sổ, lọc, sắp xếp và chia trang; giá trị bằng chữ.',
  params: inRegister,
  query: listAsked.extend({ page: z.coerce.number().int().min(1).max(2000).default(1), language }),
  response: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        agencyName: z.string(),
        state: z.string().nullable(),
        /** In words, by field of the list. */
        shown: z.record(z.string(), z.string()),
      }),
    ),
    size: z.number(),
    /** Exact up to 1,000. */
    total: z.number(),
    isMore: z.boolean(),
  }),
});
export type ListedRow = z.output<typeof listRows.response>['rows'][number];

const linkShape = z.object({
  register: z.string(),
  said,
  id: z.string(),
  title: z.string(),
  field: said,
  address: z.string(),
});

export const showRow = route({
  method: 'GET',
  path: '/api/registers/:register/rows/:id',
  tag,
  summary: 'Một dòng của sổ: giá trị, thời hạn, liên kết hai chiều và việc người xem làm được.',
  params: byRow,
  query: z.object({ language }),
  response: z.object({
    id: z.uuid(),
    title: z.string(),
    agencyId: z.uuid(),
    agencyName: z.string(),
    revision: z.number(),
    state: z.string().nullable(),
    stateOn: day,
    createdAt: z.string(),
    changedAt: z.string(),
    createdByName: z.string().nullable(),
    changedByName: z.string().nullable(),
    isRemoved: z.boolean(),
    mergedInto: z.uuid().nullable(),
    mergedFrom: z.array(z.object({ id: z.uuid(), title: z.string(), agencyName: z.string() })),
    values,
    shown: z.record(z.string(), z.string()),
    /** Tables within the row, by field: the words of their cells, line by line. */
    tables: z.record(z.string(), z.array(z.array(z.string()))),
    /** Names of what references point at, by id. */
    names: z.record(z.string(), z.string()),
    /** Sealed fields in which something stands. */
    sealed: z.array(z.string()),
    /** Where the viewer may not read what is pointed at, its title says no more and there is no address. */
    linksOut: z.array(linkShape.extend({ address: z.string().nullable() })),
    linksIn: z.array(linkShape),
    timers: z.array(
      z.object({
        name: z.string(),
        said,
        dueOn: day,
        clock: z.string(),
        isLate: z.boolean(),
        isDone: z.boolean(),
        source: z.string(),
        mark: z.enum(['V', 'V2', 'R']),
        dutyId: z.uuid().nullable(),
      }),
    ),
    actions: z.array(
      z.object({
        name: z.string(),
        said,
        to: said,
        /** Fields that must be filled before, or on the way. */
        lacking: z.array(z.string()),
        /** Why it cannot be done with this row; null: it can. */
        hindrance: said.nullable(),
        withReason: z.boolean(),
      }),
    ),
    warnings: faults,
    /** Rows of other registers that the viewer may begin from this one. */
    begins: z.array(z.object({ register: z.string(), one: said })),
    may: z.object({ write: z.boolean(), remove: z.boolean(), readSealed: z.boolean() }),
  }),
});
export type RowShown = z.output<typeof showRow.response>;

const alikeShape = z.object({ id: z.uuid(), title: z.string(), agencyName: z.string(), alike: z.number() });
const written = z.object({
  id: z.uuid(),
  revision: z.number(),
  warnings: faults,
  /** Rows that look like the same thing; whoever saves sees them, and they stand in the queue. */
  alike: z.array(alikeShape),
});

export const createRow = route({
  method: 'POST',
  path: '/api/registers/:register/rows',
  tag,
  summary: 'Thêm một dòng; nếu giống dòng đã có thì hỏi lại, trừ khi xác nhận là khác.',
  params: inRegister,
  body: z.object({
    agencyId: z.uuid().optional(),
    values,
    /** The writer saw the rows alike and says that this is another thing. */
    isDifferent: z.boolean().default(false),
  }),
  response: written,
});

export const changeRow = route({
  method: 'PATCH',
  path: '/api/registers/:register/rows/:id',
  tag,
  summary: 'Sửa những mục được gửi của một dòng, theo đúng phiên bản đang xem.',
  params: byRow,
  body: z.object({ revision: z.number().int(), values, agencyId: z.uuid().optional() }),
  response: written,
});

export const moveRow = route({
  method: 'POST',
  path: '/api/registers/:register/rows/:id/transitions',
  tag,
  summary: 'Chuyển trạng thái một dòng theo quy trình của sổ.',
  params: byRow,
  body: z.object({
    revision: z.number().int(),
    transition: z.string().max(60),
    reason: z.string().trim().max(2000).optional(),
    /** Fields filled on the way. */
    values: values.optional(),
  }),
  response: z.object({ state: z.string(), revision: z.number(), toldDuties: z.number() }),
});

export const removeRow = route({
  method: 'DELETE',
  path: '/api/registers/:register/rows/:id',
  tag,
  summary: 'Xóa một dòng ghi nhầm; lịch sử còn nguyên và khôi phục được.',
  params: byRow,
  response: z.object({ revision: z.number() }),
});

export const restoreRow = route({
  method: 'POST',
  path: '/api/registers/:register/rows/:id/restore',
  tag,
  summary: 'Khôi phục một dòng đã xóa.',
  params: byRow,
  response: z.object({ revision: z.number() }),
});

export const readSealed = route({
  method: 'POST',
  path: '/api/registers/:register/rows/:id/sealed',
  tag,
  summary: 'Xem các mục dữ liệu cá nhân của một dòng, kèm lý do; lần xem được ghi vào nhật ký.',
  params: byRow,
  body: z.object({ reason: z.string().trim().min(5).max(500) }),
  response: z.object({ values, shown: z.record(z.string(), z.string()) }),
});

/** Takes a form with one `file`; a row then names it in a field. */
export const uploadRegisterFile = route({
  method: 'POST',
  path: '/api/registers/:register/files',
  tag,
  summary: 'Gửi một tệp để đính vào dòng của sổ.',
  params: inRegister,
  response: z.object({ id: z.uuid(), name: z.string() }),
});

export const findTargets = route({
  method: 'GET',
  path: '/api/register-targets',
  tag,
  summary: 'Tìm nhiệm vụ, văn bản, người dùng, cơ quan hoặc dòng của sổ khác để liên kết.',
  query: z.object({ target: z.string().max(80), q: z.string().trim().max(200).default('') }),
  response: z.object({ found: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
});

export const listLinksTo = route({
  method: 'GET',
  path: '/api/register-links',
  tag,
  summary: 'Các dòng của mọi sổ liên kết tới một nhiệm vụ, văn bản hoặc dòng khác.',
  query: z.object({ target: z.string().max(80), id: z.uuid() }),
  response: z.object({ links: z.array(linkShape) }),
});
export type RegisterLink = z.output<typeof linkShape>;
