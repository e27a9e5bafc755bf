import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';

export type Absence = {
  id: string;
  agencyId: string;
  agencyName: string;
  personId: string;
  personName: string;
  substituteId: string;
  substituteName: string;
  from: string;
  to: string;
};

const columns = sql`absence.id, absence.agency_id as "agencyId", agency.name as "agencyName",
  absence.person_id as "personId", away.name as "personName", absence.substitute_id as "substituteId",
  stand.name as "substituteName", absence.from_on as "from", absence.to_on as "to"`;
const joins = sql`absence
  join agency on agency.tenant_id = absence.tenant_id and agency.id = absence.agency_id
  join person away on away.tenant_id = absence.tenant_id and away.id = absence.person_id
  join person stand on stand.tenant_id = absence.tenant_id and stand.id = absence.substitute_id`;

/** Absences of a person and those in which they stand in, cancelled ones left out, latest first. */
export async function listAbsences(tx: Tx, personId: string): Promise<Absence[]> {
  const { rows } = await sql<Absence>`select ${columns} from ${joins}
    where (absence.person_id = ${personId} or absence.substitute_id = ${personId}) and absence.cancelled_at is null
    order by absence.from_on desc, absence.id`.execute(tx);
  return rows;
}

/** Held until the transaction ends. @throws Problem 404 when it is not there or was cancelled */
export async function getAbsence(tx: Tx, id: string): Promise<Absence> {
  const { rows } = await sql<Absence>`select ${columns} from ${joins}
    where absence.id = ${id} and absence.cancelled_at is null for update of absence`.execute(tx);
  if (!rows[0]) throw notFound('lần vắng mặt này');
  return rows[0];
}

export async function insertAbsence(
  tx: Tx,
  absence: {
    personId: string;
    agencyId: string;
    substituteId: string;
    from: string;
    to: string;
    setBy: string;
    setAt: Date;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('absence')
    .values({
      person_id: absence.personId,
      agency_id: absence.agencyId,
      substitute_id: absence.substituteId,
      from_on: absence.from,
      to_on: absence.to,
      set_by: absence.setBy,
      set_at: absence.setAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function cancelAbsence(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('absence').set({ cancelled_at: at }).where('id', '=', id).execute();
}
