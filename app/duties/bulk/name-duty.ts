import type { Tx } from '#app/platform/database.ts';
import { Problem } from '#app/platform/problem.ts';
import { getDuty } from '../duty.store.ts';

export const noSuchDuty =
  'Không tìm thấy nhiệm vụ này: có thể đã được chuyển đi hoặc bạn không có quyền xem.';

/** 'III.2.c, 217/KH-UBND'; null where there is no such duty. */
export async function nameDuty(tx: Tx, id: string): Promise<string | null> {
  const duty = await getDuty(tx, id).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  });
  return duty && [duty.path || String(duty.position), duty.symbol].filter(Boolean).join(', ');
}
