import { type RawBuilder, sql } from 'kysely';
import type { Database, Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import { countSealedPast, eraseSealedPast, type SealedPast } from '#app/registers/index.ts';
import data from '#data/personal-data.json' with { type: 'json' };
import { eraseDetails } from './personal-data.store.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    retention_notice: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      field_group: string;
      found_on: string;
      before_on: string;
      row_count: number;
      confirmed_at: Filled<Date | null>;
      confirmed_by: Filled<string | null>;
      erased_count: Filled<number | null>;
    };
  }
}

/** Office time of a moment before a day, as SQL. */
const startOf = (day: string) => sql`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/** What of each group is past a day: a table and the condition its rows meet. */
const past: Record<string, (day: string) => { table: string; where: RawBuilder<unknown> }> = {
  account: (day) => ({ table: 'person', where: sql`ended_on < ${day}::date and erased_at is null` }),
  contact: (day) => ({
    table: 'person_contact',
    where: sql`person_id in (select id from person where ended_on < ${day}::date)`,
  }),
  'sign-in': (day) => ({ table: 'sign_in_attempt', where: sql`at < ${startOf(day)}` }),
  absence: (day) => ({ table: 'absence', where: sql`to_on < ${day}::date` }),
  'hand-over': (day) => ({
    table: 'hand_over',
    where: sql`coalesce(received_at, cancelled_at) < ${startOf(day)}`,
  }),
  request: (day) => ({
    table: 'personal_data_request',
    where: sql`coalesce(decided_at, withdrawn_at) < ${startOf(day)}`,
  }),
  comment: (day) => ({ table: 'comment', where: sql`written_at < ${startOf(day)}` }),
  follow: (day) => ({
    table: 'follow',
    where: sql`person_id in (select id from person where ended_on < ${day}::date)`,
  }),
};

/** Of a group that is the sealed fields of a register: which rows are past. */
function sealedPast(key: string, before: string): SealedPast | null {
  const group = data.groups.find((one) => one.key === key);
  return group?.register ? { register: group.register, states: group.states ?? [], before } : null;
}

export async function countPast(tx: Tx, group: string, day: string): Promise<number> {
  const inRegister = sealedPast(group, day);
  if (inRegister) return countSealedPast(tx, inRegister);
  const found = past[group]?.(day);
  if (!found) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${sql.table(found.table)} where ${found.where}`.execute(tx);
  return rows[0]!.count;
}

/**
 * Erases what of a group is past a day; people lose their details, registers their sealed fields, the rest its rows.
 * Returns how many.
 */
export async function erasePast(tx: Tx, group: string, day: string, at: Date): Promise<number> {
  const inRegister = sealedPast(group, day);
  if (inRegister) return eraseSealedPast(tx, inRegister);
  const found = past[group]?.(day);
  if (!found) return 0;
  if (group !== 'account') {
    const { numAffectedRows } = await sql`
      delete from ${sql.table(found.table)} where ${found.where}`.execute(tx);
    return Number(numAffectedRows ?? 0);
  }
  const { rows } = await sql<{ id: string; name: string; email: string }>`
    select id, name, email from person where ${found.where} for update`.execute(tx);
  for (const person of rows) await eraseDetails(tx, person, at);
  return rows.length;
}

/** Notes what was found today; a notice that waits is brought up to date, one with nothing left goes. */
export async function noteFound(
  tx: Tx,
  notice: { group: string; foundOn: string; before: string; count: number },
): Promise<void> {
  await tx
    .deleteFrom('retention_notice')
    .where('field_group', '=', notice.group)
    .where('confirmed_at', 'is', null)
    .execute();
  if (notice.count === 0) return;
  await tx
    .insertInto('retention_notice')
    .values({
      field_group: notice.group,
      found_on: notice.foundOn,
      before_on: notice.before,
      row_count: notice.count,
    })
    .execute();
}

export const listNotices = (tx: Tx) =>
  tx
    .selectFrom('retention_notice')
    .select([
      'id',
      'field_group as group',
      'found_on as foundOn',
      'before_on as before',
      'row_count as count',
    ])
    .where('confirmed_at', 'is', null)
    .orderBy('field_group')
    .execute();

/** Held until the transaction ends. @throws Problem 404 when it is not there or was confirmed */
export async function getNotice(tx: Tx, id: string): Promise<{ id: string; group: string; before: string }> {
  const found = await tx
    .selectFrom('retention_notice')
    .select(['id', 'field_group as group', 'before_on as before'])
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw notFound('mục này');
  return found;
}

export async function markConfirmed(tx: Tx, id: string, by: string, at: Date, erased: number): Promise<void> {
  await tx
    .updateTable('retention_notice')
    .set({ confirmed_at: at, confirmed_by: by, erased_count: erased })
    .where('id', '=', id)
    .execute();
}

export const listTenants = async (db: Database): Promise<string[]> =>
  (await db.selectFrom('tenant').select('id').execute()).map(({ id }) => id);
