import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { DraftKind, LetterState } from './letter.ts';
import type { LetterContent } from './letter-facts.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    letter: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      draft_kind: DraftKind;
      issuer_id: string;
      content: string;
      revision: Filled<number>;
      state: Filled<LetterState>;
      difficulty_id: string | null;
      extension_id: string | null;
      made_by: string | null;
      made_at: Date;
      changed_by: string | null;
      changed_at: Date;
      book: Filled<string | null>;
      year: Filled<number | null>;
      number: Filled<number | null>;
      dated: Filled<string | null>;
      numbered_by: Filled<string | null>;
      numbered_at: Filled<Date | null>;
      docx_file_id: Filled<string | null>;
      pdf_file_id: Filled<string | null>;
      sent_by: Filled<string | null>;
      sent_at: Filled<Date | null>;
      stamped_on: Filled<string | null>;
    };
    letter_agency: { tenant_id: Filled<string>; letter_id: string; agency_id: string };
    letter_duty: { tenant_id: Filled<string>; letter_id: string; duty_id: string };
    letter_register: {
      tenant_id: Filled<string>;
      issuer_id: string;
      book: string;
      year: number;
      last: number;
      last_dated: string;
    };
  }
}

export type LetterRecord = {
  id: string;
  draftKind: DraftKind;
  issuerId: string;
  issuerName: string;
  content: LetterContent;
  revision: number;
  state: LetterState;
  number: number | null;
  dated: string | null;
  stampedOn: string | null;
  /** Null: the program, and nobody since. */
  changedBy: string | null;
  changedAt: Date;
  docxFileId: string | null;
  pdfFileId: string | null;
  agencyIds: string[];
};

export type NewLetter = {
  draftKind: DraftKind;
  issuerId: string;
  content: LetterContent;
  agencyIds: readonly string[];
  dutyIds: readonly string[];
  difficultyId?: string;
  extensionId?: string;
};

/** `by` null: the program. */
export async function insertLetter(tx: Tx, made: NewLetter, by: string | null, at: Date): Promise<string> {
  const { id } = await tx
    .insertInto('letter')
    .values({
      draft_kind: made.draftKind,
      issuer_id: made.issuerId,
      content: JSON.stringify(made.content),
      difficulty_id: made.difficultyId ?? null,
      extension_id: made.extensionId ?? null,
      made_by: by,
      made_at: at,
      changed_by: by,
      changed_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const agencies = [...new Set(made.agencyIds)].map((agency_id) => ({ letter_id: id, agency_id }));
  const duties = [...new Set(made.dutyIds)].map((duty_id) => ({ letter_id: id, duty_id }));
  if (agencies.length) await tx.insertInto('letter_agency').values(agencies).execute();
  if (duties.length) await tx.insertInto('letter_duty').values(duties).execute();
  return id;
}

const shown = (tx: Tx) =>
  tx
    .selectFrom('letter')
    .innerJoin('agency', (join) =>
      join.onRef('agency.tenant_id', '=', 'letter.tenant_id').onRef('agency.id', '=', 'letter.issuer_id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'letter.tenant_id').onRef('person.id', '=', 'letter.changed_by'),
    )
    .select([
      'letter.id',
      'letter.draft_kind as draftKind',
      'letter.issuer_id as issuerId',
      'agency.name as issuerName',
      'letter.revision',
      'letter.state',
      'letter.number',
      'letter.dated',
      'letter.stamped_on as stampedOn',
      'person.name as changedBy',
      'letter.changed_at as changedAt',
      'letter.docx_file_id as docxFileId',
      'letter.pdf_file_id as pdfFileId',
    ])
    .select(sql<LetterContent>`letter.content`.as('content'))
    .select(
      sql<string[]>`array(select agency_id from letter_agency l
        where l.tenant_id = letter.tenant_id and l.letter_id = letter.id)`.as('agencyIds'),
    );

/** @throws Problem 404 */
export async function getLetter(tx: Tx, id: string, { forUpdate = false } = {}): Promise<LetterRecord> {
  const query = shown(tx).where('letter.id', '=', id);
  const found = await (forUpdate ? query.forUpdate('letter') : query).executeTakeFirst();
  if (!found) throw notFound('văn bản này');
  return found;
}

const MOST = 500;

/** Newest first, as many as a page holds. */
export function listLettersOf(
  tx: Tx,
  filter: { dutyId?: string; text?: string | undefined } = {},
): Promise<LetterRecord[]> {
  let query = shown(tx);
  if (filter.dutyId)
    query = query.where(
      sql<boolean>`exists (select from letter_duty d where d.tenant_id = letter.tenant_id
        and d.letter_id = letter.id and d.duty_id = ${filter.dutyId})`,
    );
  if (filter.text)
    query = query.where(
      sql<boolean>`fold(letter.content::text || ' ' || coalesce(letter.number::text, '')) like '%' || fold(${filter.text}) || '%'`,
    );
  return query.orderBy('letter.changed_at', 'desc').limit(MOST).execute();
}

export const listDutiesOfLetter = (tx: Tx, letterId: string) =>
  tx
    .selectFrom('letter_duty')
    .innerJoin('duty', (join) =>
      join.onRef('duty.tenant_id', '=', 'letter_duty.tenant_id').onRef('duty.id', '=', 'letter_duty.duty_id'),
    )
    .select(['duty.id', 'duty.path', 'duty.text'])
    .where('letter_duty.letter_id', '=', letterId)
    .orderBy('duty.position')
    .execute();

export async function saveContent(
  tx: Tx,
  id: string,
  { content, revision, by, at }: { content: LetterContent; revision: number; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('letter')
    .set({ content: JSON.stringify(content), revision, changed_by: by, changed_at: at })
    .where('id', '=', id)
    .execute();
}

export type Register = { issuerId: string; book: string; year: number };

/** The day of the last number of a register; waits for whoever takes a number from it now. */
export async function lockRegisterOf(tx: Tx, { issuerId, book, year }: Register): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`letter-register ${issuerId} ${book} ${year}`}, 0))`.execute(
    tx,
  );
  const row = await tx
    .selectFrom('letter_register')
    .select('last_dated as lastDated')
    .where('issuer_id', '=', issuerId)
    .where('book', '=', book)
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.lastDated ?? null;
}

/** The next number of a register. It is given back where the transaction fails, so that none is left out. */
export async function nextNumber(tx: Tx, { issuerId, book, year }: Register, dated: string): Promise<number> {
  const { last } = await tx
    .insertInto('letter_register')
    .values({ issuer_id: issuerId, book, year, last: 1, last_dated: dated })
    .onConflict((clash) =>
      clash
        .columns(['tenant_id', 'issuer_id', 'book', 'year'])
        .doUpdateSet({ last: sql`letter_register.last + 1`, last_dated: dated }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export async function markNumbered(
  tx: Tx,
  id: string,
  given: Register & {
    number: number;
    dated: string;
    docxFileId: string;
    pdfFileId: string;
    by: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .updateTable('letter')
    .set({
      state: 'numbered',
      book: given.book,
      year: given.year,
      number: given.number,
      dated: given.dated,
      numbered_by: given.by,
      numbered_at: given.at,
      docx_file_id: given.docxFileId,
      pdf_file_id: given.pdfFileId,
      changed_by: given.by,
      changed_at: given.at,
    })
    .where('id', '=', id)
    .execute();
}

export async function markSent(
  tx: Tx,
  id: string,
  { by, at, stampedOn }: { by: string; at: Date; stampedOn: string },
): Promise<void> {
  await tx
    .updateTable('letter')
    .set({ state: 'sent', sent_by: by, sent_at: at, stamped_on: stampedOn, changed_by: by, changed_at: at })
    .where('id', '=', id)
    .execute();
}

/** Puts a draft of the program anew; it stays the program's. */
export async function replaceDraft(
  tx: Tx,
  id: string,
  {
    content,
    dutyIds,
    revision,
    at,
  }: { content: LetterContent; dutyIds: string[]; revision: number; at: Date },
): Promise<void> {
  await tx
    .updateTable('letter')
    .set({ content: JSON.stringify(content), revision, changed_at: at })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('letter_duty').where('letter_id', '=', id).execute();
  const duties = [...new Set(dutyIds)].map((duty_id) => ({ letter_id: id, duty_id }));
  if (duties.length) await tx.insertInto('letter_duty').values(duties).execute();
}

export const markWithdrawn = (tx: Tx, id: string, at: Date) =>
  tx.updateTable('letter').set({ state: 'withdrawn', changed_at: at }).where('id', '=', id).execute();

export const deleteLetter = (tx: Tx, id: string) => tx.deleteFrom('letter').where('id', '=', id).execute();

export const findLetterOfFile = (tx: Tx, fileId: string) =>
  shown(tx)
    .where((where) =>
      where.or([where('letter.docx_file_id', '=', fileId), where('letter.pdf_file_id', '=', fileId)]),
    )
    .executeTakeFirst();
