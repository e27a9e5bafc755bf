import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import type { AssignmentState } from './assignment.ts';
import { likeness } from './likeness.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    duty_mention: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      duty_id: string;
      document_id: string | null;
      place: string;
      words: string;
      said_by: string;
      said_at: Date;
    };
  }
}

export type KnownDuty = {
  id: string;
  documentId: string;
  symbol: string | null;
  path: string;
  text: string;
  dueOn: string | null;
  deadlineWords: string | null;
  state: AssignmentState;
  parts: { agencyId: string; agency: string; role: 'holder' | 'coordinator' }[];
};

/** `documentId` keeps to one document, `notDocumentIds` leaves some out, `agencyIds` keeps to duties that one of them has. */
export type AlikeFilter = {
  documentId?: string | undefined;
  notDocumentIds?: readonly string[] | undefined;
  agencyIds?: readonly string[] | undefined;
};

const NEAREST = 6;

/** Duties not withdrawn whose words are near a text, the likest first, with how like they are (0..1). */
export async function findAlike(
  tx: Tx,
  text: string,
  filter: AlikeFilter = {},
): Promise<(KnownDuty & { likeness: number })[]> {
  const { rows } = await sql<KnownDuty>`
    ${known} where fold(duty.text) % fold(${text}) and duty.state <> 'withdrawn' ${kept(filter)}
    order by similarity(fold(duty.text), fold(${text})) desc, duty.id limit ${NEAREST}`.execute(tx);
  return rows
    .map((row) => ({ ...row, likeness: likeness(text, row.text) }))
    .sort((a, b) => b.likeness - a.likeness);
}

/** All duties of a document with their parts, in its order; withdrawn ones are left out. */
export async function listKnownDuties(tx: Tx, documentId: string): Promise<KnownDuty[]> {
  const { rows } = await sql<KnownDuty>`
    ${known} where duty.state <> 'withdrawn' and duty.document_id = ${documentId} order by duty.position`.execute(
    tx,
  );
  return rows;
}

const known = sql`
  select duty.id, duty.document_id as "documentId", document.symbol, duty.path, duty.text, duty.due_on as "dueOn",
    duty.deadline_words as "deadlineWords", duty.state, coalesce((
      select jsonb_agg(jsonb_build_object('agencyId', agency.id, 'agency', agency.name, 'role', a.role)
        order by a.role desc, a.leads desc, agency.name)
      from assignment a join agency on agency.tenant_id = a.tenant_id and agency.id = a.agency_id
      where a.tenant_id = duty.tenant_id and a.duty_id = duty.id and a.state <> 'withdrawn'), '[]') as parts
  from duty join document on document.tenant_id = duty.tenant_id and document.id = duty.document_id`;

function kept({ documentId, notDocumentIds, agencyIds }: AlikeFilter) {
  const one = documentId ? sql`and duty.document_id = ${documentId}` : sql``;
  const other = notDocumentIds ? sql`and duty.document_id <> all(${[...notDocumentIds]}::uuid[])` : sql``;
  const held = agencyIds
    ? sql`and exists (select from assignment h where h.tenant_id = duty.tenant_id and h.duty_id = duty.id
        and h.state <> 'withdrawn' and h.agency_id = any(${[...agencyIds]}::uuid[]))`
    : sql``;
  return sql`${one} ${other} ${held}`;
}

export type NewMention = { dutyId: string; documentId: string | null; place: string; words: string };

export async function insertMention(tx: Tx, mention: NewMention, by: string, at: Date): Promise<void> {
  await tx
    .insertInto('duty_mention')
    .values({
      duty_id: mention.dutyId,
      document_id: mention.documentId,
      place: mention.place,
      words: mention.words,
      said_by: by,
      said_at: at,
    })
    .execute();
}

/** Where else a duty is named, the first named first. */
export const listMentions = (tx: Tx, dutyId: string) =>
  tx
    .selectFrom('duty_mention')
    .select(['document_id as documentId', 'place', 'words'])
    .where('duty_id', '=', dutyId)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
