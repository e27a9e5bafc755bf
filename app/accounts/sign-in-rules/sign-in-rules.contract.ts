import { z } from 'zod';
import { route } from '#app/platform/contract.ts';
import { roles } from '#app/platform/viewer.ts';

const tag = 'Đăng nhập của tỉnh';

export const rulesShape = z.object({
  idleMinutes: z.number().int().min(5).max(1440),
  absoluteHours: z.number().int().min(1).max(720),
  idleAccountDays: z.number().int().min(7).max(3650).nullable(),
  twoStepRoles: z.array(z.enum(roles)),
  twoStepGraceDays: z.number().int().min(0).max(365).nullable(),
});

export const readSignInRules = route({
  method: 'GET',
  path: '/api/sign-in-rules',
  tag,
  summary: 'Cách đăng nhập của tỉnh: giới hạn phiên, tài khoản không dùng, hai bước.',
  response: z.object({ rules: rulesShape, defaults: rulesShape, origin: z.string() }),
});

export const setSignInRules = route({
  method: 'PUT',
  path: '/api/sign-in-rules',
  tag,
  summary: 'Đặt cách đăng nhập của tỉnh; có hiệu lực ngay với mọi phiên.',
  body: rulesShape,
  response: z.object({ rules: rulesShape }),
});
