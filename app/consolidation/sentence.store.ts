import { sql } from 'kysely';
import type { Filled, Json, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { Mark } from '#app/reports/index.ts';
import type { DraftSentence, Sentence, Source } from './sentence.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    consolidation_sentence: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      consolidation_id: string;
      slot: string;
      position: number;
      text: string;
      sources: Json<Source[]>;
      is_editorial: boolean;
      is_edited: Filled<boolean>;
      removed_at: Date | null;
      removed_reason: string | null;
      merged_into: Filled<string | null>;
      revision: Filled<number>;
      carries: Filled<string | null>;
      marks: Json<Mark[]>;
      form: Filled<Sentence['form']>;
    };
  }
}

const columns = [
  'id',
  'slot',
  'position',
  'text',
  'marks',
  'form',
  'sources',
  'is_editorial as isEditorial',
  'is_edited as isEdited',
  'removed_reason as removedReason',
  'merged_into as mergedInto',
  'revision',
] as const;

/** All sentences of a draft, those set aside among them, by position. */
export const listSentences = (tx: Tx, consolidationId: string): Promise<Sentence[]> =>
  tx
    .selectFrom('consolidation_sentence')
    .select(columns)
    .where('consolidation_id', '=', consolidationId)
    .orderBy('position')
    .execute();

/** One sentence, held until the transaction ends unless it is only read. @throws Problem 404 */
export async function getSentence(
  tx: Tx,
  consolidationId: string,
  id: string,
  { forUpdate = true }: { forUpdate?: boolean } = {},
): Promise<Sentence> {
  const query = tx
    .selectFrom('consolidation_sentence')
    .select(columns)
    .where('consolidation_id', '=', consolidationId)
    .where('id', '=', id);
  const found = await (forUpdate ? query.forUpdate() : query).executeTakeFirst();
  if (!found) throw notFound('câu này trong báo cáo');
  return found;
}

/** Adds sentences in order, the first at `from`, each one further: one statement, however many. */
export async function insertSentences(
  tx: Tx,
  consolidationId: string,
  made: readonly (DraftSentence & { isEditorial?: boolean })[],
  from: number,
): Promise<string[]> {
  if (!made.length) return [];
  const rows = made.map(({ slot, text, sources, marks = [], form = 'text', isEditorial = false }, n) => ({
    slot,
    position: from + n,
    text,
    sources,
    marks,
    form,
    is_editorial: isEditorial,
  }));
  const { rows: added } = await sql<{ id: string }>`
    insert into consolidation_sentence (consolidation_id, slot, position, text, sources, is_editorial, marks, form)
    select ${consolidationId}, r.slot, r.position, r.text, r.sources, r.is_editorial, r.marks, r.form
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      r(slot text, position double precision, text text, sources jsonb, is_editorial boolean,
        marks jsonb, form text)
    order by r.position returning id`.execute(tx);
  return added.map(({ id }) => id);
}

export type SentenceChange = Partial<
  Pick<Sentence, 'text' | 'sources' | 'isEditorial' | 'isEdited' | 'slot' | 'position' | 'marks' | 'form'>
>;

/** Writes what is given and counts one revision. */
export async function updateSentence(tx: Tx, id: string, change: SentenceChange): Promise<Sentence> {
  return tx
    .updateTable('consolidation_sentence')
    .set({
      revision: sql`revision + 1` as never,
      ...(change.text === undefined ? {} : { text: change.text }),
      ...(change.sources === undefined ? {} : { sources: JSON.stringify(change.sources) }),
      ...(change.isEditorial === undefined ? {} : { is_editorial: change.isEditorial }),
      ...(change.isEdited === undefined ? {} : { is_edited: change.isEdited }),
      ...(change.slot === undefined ? {} : { slot: change.slot }),
      ...(change.position === undefined ? {} : { position: change.position }),
      ...(change.marks === undefined ? {} : { marks: JSON.stringify(change.marks) }),
      ...(change.form === undefined ? {} : { form: change.form }),
    })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/**
 * Sets a sentence aside with a reason, or takes it back when `reason` is null; `mergedInto`: the sentence that took in
 * its sources.
 */
export async function setRemoved(
  tx: Tx,
  id: string,
  reason: string | null,
  at: Date,
  mergedInto: string | null = null,
): Promise<void> {
  await tx
    .updateTable('consolidation_sentence')
    .set({
      removed_reason: reason,
      removed_at: reason === null ? null : at,
      merged_into: reason === null ? null : mergedInto,
    })
    .where('id', '=', id)
    .execute();
}

/** Only for the program's own statements that hold no longer: what people or agencies said is set aside instead. */
export async function deleteSentences(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length)
    await tx
      .deleteFrom('consolidation_sentence')
      .where('id', 'in', [...ids])
      .execute();
}
