import type { Tx } from '#app/platform/database.ts';
import { conflict } from '#app/platform/problem.ts';
import { listEvidence } from '../progress.store.ts';
import { isProductShown } from './product.ts';

/**
 * Done is done when the product the duty names is there to see. `occurrenceId`: of that time of a recurring duty only.
 * @throws Problem 409 naming the product
 */
export async function requireProduct(tx: Tx, assignmentId: string, occurrenceId?: string): Promise<void> {
  const { product, entries } = await listEvidence(tx, assignmentId, occurrenceId);
  if (product && !isProductShown(product, entries))
    throw conflict(
      `Nhiệm vụ này phải có sản phẩm “${product}”: hãy ghi tiến độ kèm tệp, liên kết hoặc nêu rõ sản phẩm đó rồi báo hoàn thành.`,
      { product },
    );
}
