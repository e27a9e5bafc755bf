import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const done = z.object({ ok: z.literal(true) });
const params = z.object({ id: z.uuid() });
const address = z.object({ address: z.url() });

export const listSignInWays = route({
  method: 'GET',
  path: '/api/sign-in/ways',
  tag: 'Tài khoản',
  open: true,
  summary: 'Những nơi đăng nhập một lần đang dùng, để hiện nút trên trang đăng nhập.',
  response: z.object({ providers: z.array(z.object({ id: z.uuid(), label: z.string() })) }),
});

export const beginSso = route({
  method: 'POST',
  path: '/api/sign-in/sso/:id',
  tag: 'Tài khoản',
  open: true,
  summary: 'Bắt đầu đăng nhập một lần: trả về địa chỉ nơi xác thực.',
  params,
  body: z.object({
    returnTo: z.string().max(500).optional(),
    /** Of an invitation: the account is linked to the invited person. */
    token: z.string().max(200).optional(),
  }),
  response: address,
});

export const listOwnSso = route({
  method: 'GET',
  path: '/api/me/sso',
  tag: 'Tài khoản',
  summary: 'Những nơi đăng nhập một lần và tài khoản của mình đã nối ở đó.',
  response: z.object({
    providers: z.array(
      z.object({
        id: z.uuid(),
        label: z.string(),
        linked: z.object({ shownAs: z.string().nullable(), at: z.iso.datetime() }).nullable(),
      }),
    ),
  }),
});

export const linkSso = route({
  method: 'POST',
  path: '/api/me/sso/:id',
  tag: 'Tài khoản',
  summary: 'Bắt đầu nối tài khoản đăng nhập một lần vào tài khoản của mình.',
  params,
  response: address,
});

export const unlinkSso = route({
  method: 'DELETE',
  path: '/api/me/sso/:id',
  tag: 'Tài khoản',
  summary: 'Bỏ nối tài khoản đăng nhập một lần của mình.',
  params,
  response: done,
});

const tag = 'Đăng nhập của tỉnh';

export const providerShape = z.object({
  id: z.uuid(),
  label: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  linksVerifiedEmail: z.boolean(),
  enabled: z.boolean(),
});

export const listSsoProviders = route({
  method: 'GET',
  path: '/api/sso-providers',
  tag,
  summary: 'Những nơi đăng nhập một lần của tỉnh; mật khẩu của ứng dụng không bao giờ được trả về.',
  response: z.object({ providers: z.array(providerShape), redirectUri: z.string() }),
});

export const saveSsoProvider = route({
  method: 'PUT',
  path: '/api/sso-providers/:id',
  tag,
  summary: 'Thêm hoặc sửa một nơi đăng nhập một lần; hỏi thử nơi đó trước khi lưu.',
  params,
  body: z.object({
    label: z.string().trim().min(1).max(60),
    issuer: z.string().trim().max(300),
    clientId: z.string().trim().min(1).max(200),
    /** Empty: the one kept stays. */
    clientSecret: z.string().max(500),
    linksVerifiedEmail: z.boolean(),
    enabled: z.boolean(),
  }),
  response: done,
});

export const removeSsoProvider = route({
  method: 'DELETE',
  path: '/api/sso-providers/:id',
  tag,
  summary: 'Bỏ một nơi đăng nhập một lần; các tài khoản đã nối ở đó cũng được bỏ nối.',
  params,
  response: done,
});
