import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';

export const CONSOLIDATION_CHANNEL = 'consolidation';

/** What the windows of one report hear: it was changed, or somebody is in a sentence (null: has left it). */
export type Heard = { tenantId: string; id: string; personId: string } & (
  | { kind: 'changed' }
  | { kind: 'presence'; name: string; window: string; sentenceId: string | null }
);

/** Tells all windows of a report, in every process, that it was changed; they hear it at commit. */
export async function announceChange(tx: Tx, id: string, personId: string): Promise<void> {
  await announce(tx, { kind: 'changed', id, personId });
}

export async function announce(
  tx: Tx,
  heard:
    | { kind: 'changed'; id: string; personId: string }
    | Omit<Extract<Heard, { kind: 'presence' }>, 'tenantId'>,
): Promise<void> {
  await sql`select pg_notify(${CONSOLIDATION_CHANNEL},
    (${JSON.stringify(heard)}::jsonb || jsonb_build_object('tenantId', current_tenant()))::text)`.execute(tx);
}
