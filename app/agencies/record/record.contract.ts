import { z } from 'zod';
import { allNameKinds } from '#app/agencies/dated-name.ts';
import { hierarchies } from '#app/agencies/hierarchy.ts';
import { route } from '#app/platform/contract.ts';
import { roles } from '#app/platform/viewer.ts';

const tag = 'Cơ quan';
const id = z.uuid();
const day = z.iso.date('Ngày không đúng: nhập theo dạng ngày/tháng/năm.').nullable();
const line = (longest: number) => z.string().trim().normalize().max(longest);
/** A cell left empty says that nothing is known. */
const fact = (longest: number) =>
  line(longest)
    .transform((value) => value || null)
    .nullable();
const nameGiven = line(200).min(2);

const factFields = {
  kind: z.string(),
  validFrom: day,
  validTo: day,
  code: fact(35),
  codeOld: fact(35),
  address: fact(300),
  phone: fact(60),
  email: fact(200),
  website: fact(200),
  note: fact(2000),
};
const nameFields = { name: nameGiven, kind: z.enum(allNameKinds), validFrom: day, validTo: day };
const parentFields = { hierarchy: z.enum(hierarchies), parentId: id, validFrom: day, validTo: day };
const ok = z.object({ ok: z.literal(true) });
const oneOf = z.object({ id, rowId: id });

const nameShape = z.object({
  id,
  name: z.string(),
  kind: z.enum(allNameKinds),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});
const linkShape = z.object({
  id,
  hierarchy: z.enum(hierarchies),
  agencyId: id,
  /** The agency at the other end, as it is called on the day asked about. */
  otherId: id,
  otherName: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});

export const showAgency = route({
  method: 'GET',
  path: '/api/agencies/:id',
  tag,
  summary:
    'Một cơ quan: mọi tên gọi và cấp trên theo thời gian, mã, liên hệ, đơn vị trực thuộc, người phụ trách.',
  params: z.object({ id }),
  query: z.object({ asOf: z.iso.date().optional() }),
  response: z.object({
    id,
    /** Full name today, and on the day asked about. */
    name: z.string(),
    nameThen: z.string(),
    day: z.string(),
    isToday: z.boolean(),
    standsThen: z.boolean(),
    kind: z.string(),
    kindName: z.string(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    code: z.string().nullable(),
    codeOld: z.string().nullable(),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    website: z.string().nullable(),
    note: z.string().nullable(),
    names: z.array(nameShape),
    parents: z.array(linkShape),
    units: z.array(linkShape),
    staff: z.array(z.object({ name: z.string(), title: z.string().nullable(), role: z.enum(roles) })),
    mayKeep: z.boolean(),
  }),
});

export const editAgency = route({
  method: 'PATCH',
  path: '/api/agencies/:id',
  tag,
  summary: 'Sửa loại, thời gian hoạt động, mã định danh, liên hệ, ghi chú của một cơ quan.',
  params: z.object({ id }),
  body: z.object(factFields).partial(),
  response: ok,
});

export const addName = route({
  method: 'POST',
  path: '/api/agencies/:id/names',
  tag,
  summary: 'Thêm một tên gọi của cơ quan với thời gian mang tên, để văn bản in tên đó vẫn nhận ra.',
  params: z.object({ id }),
  body: z.object({ ...nameFields, validFrom: day.default(null), validTo: day.default(null) }),
  response: z.object({ ok: z.literal(true), rowId: id }),
});

export const editName = route({
  method: 'PATCH',
  path: '/api/agencies/:id/names/:rowId',
  tag,
  summary: 'Sửa một tên gọi cho đúng, hoặc ghi ngày thôi mang tên.',
  params: oneOf,
  body: z.object(nameFields).partial(),
  response: ok,
});

export const removeName = route({
  method: 'DELETE',
  path: '/api/agencies/:id/names/:rowId',
  tag,
  summary: 'Bỏ một tên gọi ghi nhầm.',
  params: oneOf,
  response: ok,
});

export const addParent = route({
  method: 'POST',
  path: '/api/agencies/:id/parents',
  tag,
  summary: 'Ghi cơ quan cấp trên trong một hệ thống (Nhà nước, Đảng, Mặt trận) với thời gian.',
  params: z.object({ id }),
  body: z.object({ ...parentFields, validFrom: day.default(null), validTo: day.default(null) }),
  response: z.object({ ok: z.literal(true), rowId: id }),
});

export const editParent = route({
  method: 'PATCH',
  path: '/api/agencies/:id/parents/:rowId',
  tag,
  summary: 'Sửa một dòng cấp trên, hoặc ghi ngày kết thúc.',
  params: oneOf,
  body: z.object(parentFields).partial(),
  response: ok,
});

export const removeParent = route({
  method: 'DELETE',
  path: '/api/agencies/:id/parents/:rowId',
  tag,
  summary: 'Bỏ một dòng cấp trên ghi nhầm.',
  params: oneOf,
  response: ok,
});
