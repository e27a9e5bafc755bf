import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { roles } from '#app/platform/viewer.ts';

const tag = 'Tài khoản';

export const viewerShape = z.object({
  personId: z.uuid(),
  name: z.string(),
  email: z.string(),
  tenantName: z.string(),
  hasPassword: z.boolean(),
  /** A change of password asks for the one in force; not right after entering by a link. */
  asksPassword: z.boolean(),
  twoStep: z.object({
    isOn: z.boolean(),
    /** A role asks for it, and it is not on. */
    isWanted: z.boolean(),
    /** The days of grace are over. */
    isForced: z.boolean(),
  }),
  memberships: z.array(
    z.object({
      agencyId: z.uuid(),
      agencyName: z.string(),
      role: z.enum(roles),
      /** Who is away and is acted for; absent for roles of one's own. */
      onBehalfOf: z.object({ personId: z.uuid(), name: z.string() }).optional(),
    }),
  ),
});

/** Who came in; null: the second step is wanted, see `enterCode`. */
const enteredShape = z.object({ viewer: viewerShape.nullable() });

export const whoAmI = route({
  method: 'GET',
  path: '/api/me',
  tag,
  open: true,
  summary: 'Ai đang đăng nhập; null khi chưa đăng nhập.',
  response: z.object({ viewer: viewerShape.nullable() }),
});

export const signIn = route({
  method: 'POST',
  path: '/api/sign-in',
  tag,
  open: true,
  summary: 'Đăng nhập bằng thư điện tử và mật khẩu.',
  body: z.object({ email: z.string().min(1).max(200), password: z.string().min(1).max(500) }),
  response: enteredShape,
});

export const enterByLink = route({
  method: 'POST',
  path: '/api/enter',
  tag,
  open: true,
  summary: 'Vào bằng liên kết dùng một lần.',
  body: z.object({ token: z.string().max(200) }),
  response: enteredShape,
});

export const setPassword = route({
  method: 'POST',
  path: '/api/me/password',
  tag,
  summary: 'Đặt hoặc đổi mật khẩu của mình (từ 12 ký tự).',
  body: z.object({ password: z.string().max(500), current: z.string().max(500).optional() }),
  response: z.object({ ok: z.literal(true) }),
});

export const signOut = route({
  method: 'POST',
  path: '/api/sign-out',
  tag,
  open: true,
  summary: 'Đăng xuất.',
  response: z.object({ ok: z.literal(true) }),
});
