import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { conflict } from '#app/platform/problem.ts';
import type { HeldAssignment } from '../assignment.store.ts';
import { listEvidence } from '../progress.store.ts';
import { isProductShown } from './product.ts';

/**
 * Done is done when the product the duty names is there to see: in the log, or as a row of a register that the agency
 * keeps and linked to the duty. `occurrenceId`: of that time of a recurring duty only, which a row does not tell.
 * @throws Problem 409 naming the product
 */
export async function requireProduct(
  tx: Tx,
  house: House,
  part: Pick<HeldAssignment, 'id' | 'dutyId' | 'agencyId'>,
  occurrenceId?: string,
): Promise<void> {
  const { product, entries } = await listEvidence(tx, part.id, occurrenceId);
  if (!product || isProductShown(product, entries)) return;
  if (!occurrenceId && (await house.isShownByRow?.(tx, part))) return;
  throw conflict(
    `Nhiệm vụ này phải có sản phẩm “${product}”: hãy ghi tiến độ kèm tệp, liên kết hoặc nêu rõ sản phẩm đó${
      occurrenceId ? '' : ', hoặc gắn dòng sổ của cơ quan với nhiệm vụ'
    }, rồi báo hoàn thành.`,
    { product },
  );
}
