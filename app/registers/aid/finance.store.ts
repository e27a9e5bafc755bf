import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import type { GoodsLine, MoneyLine } from './aid.contract.ts';

export type FinanceAsked = {
  from: string;
  to: string;
  agencyId?: string | undefined;
  projectId?: string | undefined;
  /** Each in its own currency unless VND is asked for. */
  money?: 'own' | 'VND' | undefined;
  /** Agencies whose rows the viewer may read. */
  reach: 'all' | readonly string[];
};

const own = sql`d.amount, d.amount_currency as currency`;
const inVnd = sql`case d.amount_currency when 'VND' then d.amount else d.in_vnd end as amount, 'VND' as currency`;

/** Entries up to the end of the window with the item they stand for now; of an item merged into another, that one. */
const entries = ({ to, agencyId, projectId, reach, money }: FinanceAsked) => sql`
  select p.id as "projectId", p.code, p.name, p.donor, p.owner, p.budget, d.source, d.entry, d.form, d.paid_on,
    ${money === 'VND' ? inVnd : own}, coalesce(d.goods, '') as goods, coalesce(d.measure, '') as measure,
    coalesce(d.quantity, 0) as quantity, d.treasury
  from aid_disbursement d
  join aid_project linked on linked.tenant_id = d.tenant_id and linked.id = d.project
  join aid_project p on p.tenant_id = d.tenant_id and p.id = coalesce(linked.merged_into, linked.id)
  where d.removed_at is null and d.merged_into is null and p.removed_at is null and d.paid_on <= ${to}
    ${projectId ? sql`and p.id = ${projectId}` : sql``}
    ${agencyId ? sql`and d.agency_id = ${agencyId}` : sql``}
    ${reach === 'all' ? sql`` : sql`and d.agency_id = any(${[...reach]}::uuid[])`}`;

/** Opening balance, what came and went in the window, closing balance, of a column that is added up. */
const balances = (column: 'amount' | 'quantity', from: string) => {
  const value = sql.ref(column);
  const sumOf = (entry: string) =>
    sql`coalesce(sum(${value}) filter (where entry = ${entry} and paid_on >= ${from}), 0)::float`;
  const signed = sql`case when entry = 'received' then ${value} else -${value} end`;
  return sql`coalesce(sum(${signed}) filter (where paid_on < ${from}), 0)::float as opening,
    ${sumOf('received')} as received, ${sumOf('used')} as used, ${sumOf('returned')} as returned, coalesce(sum(${signed}), 0)::float as closing`;
};

const moved = (from: string) =>
  sql`(sum(case when entry = 'received' then 1 else -1 end * amount) <> 0 or bool_or(amount is null) or bool_or(paid_on >= ${from}))`;

/** Money, and services worth money, by item, source and currency; items that neither moved nor hold anything are left out. */
export async function listMoney(tx: Tx, asked: FinanceAsked): Promise<MoneyLine[]> {
  const { from } = asked;
  const treasury = (is: string) =>
    sql`coalesce(sum(amount) filter (where treasury = ${is} and paid_on >= ${from}), 0)::float`;
  const { rows } = await sql<MoneyLine>`
    select "projectId", code, name, donor, owner, budget, source, currency, ${balances('amount', from)},
      ${treasury('done')} as accounted, ${treasury('pending')} as pending,
      (count(*) filter (where amount is null))::int as unconverted
    from (${entries(asked)}) e where form <> 'goods'
    group by "projectId", code, name, donor, owner, budget, source, currency having ${moved(from)}
    order by name collate "vi-x-icu", source, currency`.execute(tx);
  return rows;
}

/** Goods by item, source, kind and measure. */
export async function listGoods(tx: Tx, asked: FinanceAsked): Promise<GoodsLine[]> {
  const { from } = asked;
  const worth = (entry: string) =>
    sql`coalesce(sum(amount) filter (where entry = ${entry} and paid_on >= ${from}), 0)::float`;
  const { rows } = await sql<GoodsLine>`
    select "projectId", code, name, source, goods, measure, currency, ${balances('quantity', from)},
      ${worth('received')} as "worthReceived", ${worth('used')} as "worthUsed"
    from (${entries(asked)}) e where form = 'goods'
    group by "projectId", code, name, source, goods, measure, currency having ${moved(from)}
    order by name collate "vi-x-icu", goods collate "vi-x-icu", source`.execute(tx);
  return rows;
}
