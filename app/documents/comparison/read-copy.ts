import { IntakeRefusal, readFile } from '#app/intake/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { noteSecretRefusal } from '../import/refuse-secret.ts';

const PASTED = 'van-ban-dan.txt';

/**
 * The text of another copy, read where it stands; its file is not kept.
 * @throws Problem 422 with the sentence of the refusal; a secret document leaves one line in the ledger, without its words
 */
export async function readCopy(
  house: House,
  viewer: Viewer,
  { bytes, file }: { bytes: Buffer; file: { name: string } | null },
): Promise<string> {
  try {
    return (await readFile(bytes, file?.name ?? PASTED)).text;
  } catch (error) {
    if (!(error instanceof IntakeRefusal)) throw error;
    if (error.code === 'secret')
      await inTenant(house.db, viewer.tenantId, (tx) => noteSecretRefusal(tx, viewer.personId, house.now()));
    throw new Problem(422, error.code, error.message);
  }
}
