import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import type { IssueLetter } from '../sentence.ts';

export type Version = {
  id: string;
  version: number;
  state: 'draft' | 'issued';
  letter: IssueLetter;
  issuedAt: Date | null;
  reason: string | null;
  corrects: string | null;
};

/** All versions of the report of a period, the first one first. */
export const listVersions = (tx: Tx, periodId: string): Promise<Version[]> =>
  tx
    .selectFrom('consolidation')
    .select([
      'id',
      'version',
      'state',
      'letter',
      'issued_at as issuedAt',
      'correction_reason as reason',
      'corrects',
    ])
    .where('period_id', '=', periodId)
    .orderBy('version')
    .execute();

/**
 * A new draft that carries on from an issued report: its sentences (those set aside too), filings, findings and what
 * was decided of them. Returns its id.
 */
export async function carryOn(
  tx: Tx,
  made: { from: string; letter: IssueLetter; reason: string; by: string; at: Date },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into consolidation (period_id, letter, figures, created_by, created_at, version, corrects, correction_reason)
    select period_id, ${JSON.stringify(made.letter)}::jsonb, figures, ${made.by}, ${made.at}, version + 1, id, ${made.reason}
    from consolidation where id = ${made.from} returning id`.execute(tx);
  const { id } = rows[0]!;
  await sql`
    insert into consolidation_sentence (consolidation_id, slot, position, text, sources, is_editorial, is_edited, removed_at,
      removed_reason, merged_into, carries, marks, form)
    select ${id}, slot, position, text, sources, is_editorial, is_edited, removed_at, removed_reason, merged_into, id,
      marks, form
    from consolidation_sentence where consolidation_id = ${made.from}`.execute(tx);
  await sql`
    update consolidation_sentence s set merged_into = host.id from consolidation_sentence host
    where s.consolidation_id = ${id} and host.consolidation_id = ${id} and host.carries = s.merged_into`.execute(
    tx,
  );
  await sql`
    insert into consolidation_filing (consolidation_id, agency_report_id, filing_number)
    select ${id}, agency_report_id, filing_number from consolidation_filing where consolidation_id = ${made.from}`.execute(
    tx,
  );
  await sql`
    insert into consolidation_finding (consolidation_id, key, kind, subject, told, why, is_gone, decision, keep, deduct,
      reason, decided_by, decided_at)
    select ${id}, key, kind, subject, told, why, is_gone, decision, keep, deduct, reason, decided_by, decided_at
    from consolidation_finding where consolidation_id = ${made.from}`.execute(tx);
  return id;
}

/** The sentence of the version before that each sentence carries on from. */
export async function listCarried(tx: Tx, consolidationId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('consolidation_sentence')
    .select(['id', 'carries'])
    .where('consolidation_id', '=', consolidationId)
    .where('carries', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, carries }) => [id, carries!]));
}
