import { randomUUID } from 'node:crypto';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';

/** All that stays of a secret document: one line that somebody sent one, under an id of its own. */
export const noteSecretRefusal = (tx: Tx, personId: string, at: Date): Promise<void> =>
  appendEvent(tx, at, {
    subjectKind: 'document',
    subjectId: randomUUID(),
    kind: 'document.refused-as-secret',
    actorId: personId,
    payload: {},
  });
