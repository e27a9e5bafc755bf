import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { viewerShape } from '../account.contract.ts';

const tag = 'Tài khoản';
const done = z.object({ ok: z.literal(true) });
const code = z.string().min(6).max(40);

export const enterCode = route({
  method: 'POST',
  path: '/api/sign-in/code',
  tag,
  open: true,
  summary: 'Bước thứ hai của đăng nhập: mã 6 số của ứng dụng, hoặc một mã dự phòng.',
  body: z.object({ code }),
  response: z.object({ viewer: viewerShape }),
});

export const beginTwoStep = route({
  method: 'POST',
  path: '/api/me/two-step',
  tag,
  summary: 'Bắt đầu bật đăng nhập hai bước: trả về khóa để đưa vào ứng dụng tạo mã.',
  response: z.object({ secret: z.string(), address: z.string() }),
});

export const confirmTwoStep = route({
  method: 'POST',
  path: '/api/me/two-step/confirm',
  tag,
  summary: 'Bật đăng nhập hai bước bằng một mã đúng; trả về mười mã dự phòng, chỉ một lần.',
  body: z.object({ code }),
  response: z.object({ recoveryCodes: z.array(z.string()) }),
});

export const renewRecoveryCodes = route({
  method: 'POST',
  path: '/api/me/two-step/recovery-codes',
  tag,
  summary: 'Thay mười mã dự phòng bằng mười mã mới.',
  body: z.object({ code }),
  response: z.object({ recoveryCodes: z.array(z.string()) }),
});

export const endTwoStep = route({
  method: 'POST',
  path: '/api/me/two-step/end',
  tag,
  summary: 'Tắt đăng nhập hai bước: cần mật khẩu và một mã mới.',
  body: z.object({ password: z.string().max(500), code }),
  response: done,
});

export const readTwoStepOf = route({
  method: 'GET',
  path: '/api/people/:personId/two-step',
  tag,
  summary: 'Một người có bật đăng nhập hai bước không; chỉ quản trị hỏi được.',
  params: z.object({ personId: z.uuid() }),
  response: z.object({ isOn: z.boolean(), mayReset: z.boolean() }),
});

export const resetTwoStep = route({
  method: 'POST',
  path: '/api/people/:personId/two-step/reset',
  tag,
  summary: 'Quản trị đặt lại đăng nhập hai bước cho một người đã mất điện thoại và mã dự phòng.',
  params: z.object({ personId: z.uuid() }),
  body: z.object({ reason: z.string().trim().min(5).max(500) }),
  response: done,
});
