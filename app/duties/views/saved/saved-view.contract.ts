import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Nhiệm vụ';
export const sharings = ['nobody', 'agency', 'province'] as const;
export type Sharing = (typeof sharings)[number];

const name = z.string().trim().min(1).max(120);
/** As the address of the list keeps it; the page reads it back with care. */
const search = z.record(z.string().max(40), z.union([z.string().max(300), z.boolean(), z.number()]));

const viewShape = z.object({
  id: z.uuid(),
  name: z.string(),
  search,
  sharedWith: z.enum(sharings),
  agencyId: z.uuid().nullable(),
  agencyName: z.string().nullable(),
  ownerName: z.string(),
  isOwn: z.boolean(),
  isDefault: z.boolean(),
});
export type SavedView = z.output<typeof viewShape>;

export const listSavedViews = route({
  method: 'GET',
  path: '/api/saved-views',
  tag,
  summary: 'Cách xem danh sách nhiệm vụ đã lưu: của người xem và những gì được chia sẻ với họ.',
  response: z.object({
    views: z.array(viewShape),
    /** With whom the viewer may share: their agencies, and the province. */
    agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
    mayShareWithProvince: z.boolean(),
  }),
});

const sharing = { sharedWith: z.enum(sharings), agencyId: z.uuid().nullable() };

export const saveView = route({
  method: 'POST',
  path: '/api/saved-views',
  tag,
  summary: 'Lưu cách xem đang mở dưới một tên, cho mình hoặc chia sẻ với cơ quan hay toàn tỉnh.',
  body: z.object({ name, search, ...sharing }),
  response: z.object({ id: z.uuid() }),
});

export const changeView = route({
  method: 'PATCH',
  path: '/api/saved-views/:id',
  tag,
  summary: 'Đổi tên, đổi bộ lọc hoặc đổi phạm vi chia sẻ của một cách xem của mình.',
  params: z.object({ id: z.uuid() }),
  body: z.object({ name, search, ...sharing }).partial(),
  response: z.object({ ok: z.literal(true) }),
});

export const deleteView = route({
  method: 'DELETE',
  path: '/api/saved-views/:id',
  tag,
  summary: 'Xóa một cách xem của mình.',
  params: z.object({ id: z.uuid() }),
  response: z.object({ ok: z.literal(true) }),
});

export const chooseDefaultView = route({
  method: 'PUT',
  path: '/api/saved-views/default',
  tag,
  summary: 'Chọn cách xem mà danh sách nhiệm vụ của mình mở ra trước; để trống là danh sách thường.',
  body: z.object({ id: z.uuid().nullable() }),
  response: z.object({ ok: z.literal(true) }),
});
