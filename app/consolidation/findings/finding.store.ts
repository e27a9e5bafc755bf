import { sql } from 'kysely';
import type { Filled, Json, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { LeftOut } from '../totals/total.ts';
import type { Finding, FindingKind, Part, Reason, Told } from './finding.ts';

export type Decision = 'once' | 'both' | 'ask';
/** A sum taken off an agency's figure. */
export type Deduct = Pick<LeftOut, 'agencyReportId' | 'indicator' | 'currency'> & { amount: number };

declare module '#app/platform/database.ts' {
  interface Tables {
    consolidation_finding: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      consolidation_id: string;
      key: string;
      kind: FindingKind;
      subject: string;
      told: Json<Told[]>;
      why: Json<Reason[]>;
      is_gone: Filled<boolean>;
      decision: Decision | null;
      keep: string | null;
      deduct: Json<Deduct[]>;
      reason: string | null;
      decided_by: string | null;
      decided_at: Date | null;
    };
  }
}

/** A finding as it is kept, with what a person decided. */
export type KeptFinding = Finding & {
  id: string;
  isGone: boolean;
  decision: Decision | null;
  keep: string | null;
  deduct: Deduct[];
  reason: string | null;
  /** The person's name. */
  decidedBy: string | null;
  decidedAt: Date | null;
};

const kept = (tx: Tx) =>
  tx
    .selectFrom('consolidation_finding')
    .leftJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'consolidation_finding.tenant_id')
        .onRef('person.id', '=', 'consolidation_finding.decided_by'),
    )
    .select([
      'consolidation_finding.id',
      'key',
      'kind',
      'subject',
      'told',
      'why',
      'is_gone as isGone',
      'decision',
      'keep',
      'deduct',
      'reason',
      'person.name as decidedBy',
      'decided_at as decidedAt',
    ]);

/** What is open first, then by what is spoken of. */
export const listKept = (tx: Tx, consolidationId: string): Promise<KeptFinding[]> =>
  kept(tx)
    .where('consolidation_id', '=', consolidationId)
    .orderBy(sql`decision is not null`)
    .orderBy(sql`array_position(array['amounts', 'figures', 'standing', 'double'], kind)`)
    .orderBy('subject')
    .orderBy('key')
    .execute();

/** @throws Problem 404 */
export async function getFinding(tx: Tx, consolidationId: string, id: string): Promise<KeptFinding> {
  const found = await kept(tx)
    .where('consolidation_id', '=', consolidationId)
    .where('consolidation_finding.id', '=', id)
    .executeTakeFirst();
  if (!found) throw notFound('nội dung cần quyết này');
  return found;
}

export async function countUndecided(tx: Tx, consolidationId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('consolidation_finding')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('consolidation_id', '=', consolidationId)
    .where('decision', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/**
 * Keeps what was found now: new ones are added, those still there told anew, those gone forgotten unless somebody
 * decided them.
 */
export async function keepFindings(
  tx: Tx,
  consolidationId: string,
  found: readonly Finding[],
): Promise<void> {
  await sql`
    with found as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
        f(key text, kind text, subject text, told jsonb, why jsonb)),
    gone as (
      select id, decision from consolidation_finding
      where consolidation_id = ${consolidationId} and key not in (select key from found)),
    forgotten as (
      delete from consolidation_finding where id in (select id from gone where decision is null)),
    left_standing as (
      update consolidation_finding set is_gone = true where id in (select id from gone where decision is not null))
    insert into consolidation_finding (consolidation_id, key, kind, subject, told, why)
    select ${consolidationId}, f.key, f.kind, f.subject, f.told, f.why from found f
    on conflict (tenant_id, consolidation_id, md5(key))
    do update set kind = excluded.kind, subject = excluded.subject, told = excluded.told, why = excluded.why,
      is_gone = false`.execute(tx);
}

/** Writes a decision; null takes it back. */
export async function setDecision(
  tx: Tx,
  id: string,
  made: {
    decision: Decision;
    keep: string | null;
    deduct: Deduct[];
    reason: string | null;
    by: string;
    at: Date;
  } | null,
): Promise<void> {
  await tx
    .updateTable('consolidation_finding')
    .set({
      decision: made?.decision ?? null,
      keep: made?.keep ?? null,
      deduct: JSON.stringify(made?.deduct ?? []),
      reason: made?.reason ?? null,
      decided_by: made?.by ?? null,
      decided_at: made?.at ?? null,
    })
    .where('id', '=', id)
    .execute();
}

/** How agencies stand to the duties of a plan. */
export async function listParts(tx: Tx, documentId: string): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select d.id as "dutyId", d.path, a.agency_id as "agencyId", g.name as agency, a.leads, a.role, a.state
    from duty d
    join assignment a on a.tenant_id = d.tenant_id and a.duty_id = d.id
    join agency g on g.tenant_id = a.tenant_id and g.id = a.agency_id
    where d.document_id = ${documentId} and a.state not in ('withdrawn', 'refused', 'paused')
    order by d.position, a.id`.execute(tx);
  return rows;
}
