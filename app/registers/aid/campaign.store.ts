import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';

export type CampaignProject = {
  id: string;
  name: string;
  donor: string;
  pledgedOn: string | null;
  beneficiaries: number | null;
};

/** Standing aid items of a campaign, one a code: the same item written down twice counts once. */
export async function listProjectsOf(tx: Tx, campaignId: string): Promise<CampaignProject[]> {
  const { rows } = await sql<CampaignProject>`
    select distinct on (coalesce(fold(p.code), p.id::text)) p.id, p.name, p.donor, p.pledged_on::text as "pledgedOn",
      p.beneficiaries::float as beneficiaries
    from aid_project p where p.campaign = ${campaignId} and p.removed_at is null and p.merged_into is null
    order by coalesce(fold(p.code), p.id::text), p.pledged_on nulls last, p.id`.execute(tx);
  return rows;
}

/** Pledged and disbursed of some items in one currency; other currencies count where their value in it is written. */
export async function sumsOf(
  tx: Tx,
  ids: readonly string[],
  currency: { pledged: string; disbursed: string },
): Promise<{ pledged: number; disbursed: number }> {
  const list = sql`any(${[...ids]}::uuid[])`;
  const { rows } = await sql<{ pledged: number; disbursed: number }>`
    select (select coalesce(sum(case when pledged_currency = ${currency.pledged} then pledged
        when ${currency.pledged} = 'VND' then pledged_vnd when ${currency.pledged} = 'USD' then pledged_usd end), 0)::float
      from aid_project where id = ${list}) as pledged,
      (select coalesce(sum(case when d.amount_currency = ${currency.disbursed} then d.amount
        when ${currency.disbursed} = 'VND' then d.in_vnd when ${currency.disbursed} = 'USD' then d.in_usd end), 0)::float
      from aid_disbursement d join aid_project p on p.tenant_id = d.tenant_id and p.id = d.project
      where coalesce(p.merged_into, p.id) = ${list} and d.entry = 'received' and d.source = 'aid'
        and d.removed_at is null and d.merged_into is null) as disbursed`.execute(tx);
  return rows[0]!;
}
