import { expect, test } from 'vitest';
import { scrub } from './logs.ts';

test.each([
  ['duplicate key: tran.lan@cantho.gov.vn exists', 'duplicate key: [thư] exists'],
  ['connect ECONNREFUSED 10.20.30.40:5432', 'connect ECONNREFUSED [địa chỉ]:5432'],
  ['from 2001:db8::7 and ::1', 'from [địa chỉ] and [địa chỉ]'],
  ['GET /api/duties?text=Trần+Lan&x=1 failed', 'GET /api/duties?[ẩn] failed'],
  [
    '/enter#2292d66e-0830-4530-9c97-7ea3c05cad53.MPjpNlCwIFeOUzQ9q-e5DiSXtDcXP4EZz7XuwujHrVQ',
    '/enter#2292d66e-0830-4530-9c97-7ea3c05cad53.[mã]',
  ],
  ['gọi 0912345678 hoặc +84912345678', 'gọi [số điện thoại] hoặc [số điện thoại]'],
  ['CCCD 092090001234', 'CCCD [số định danh]'],
  ['at 12:34:56 in migrate.ts:84:12', 'at 12:34:56 in migrate.ts:84:12'],
  ['unique constraint "person_tenant_id_lower_idx"', 'unique constraint "person_tenant_id_lower_idx"'],
])('%s', (text, kept) => {
  expect(scrub(text)).toBe(kept);
});
