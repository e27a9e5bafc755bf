import { sql } from 'kysely';
import type { Filled, Json, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { Change, SuccessionKind } from './change.ts';
import type { Move, MoveKind, Row } from './holdings.ts';
import type { RowSum } from './row-moves.ts';
import type { Stay } from './succession.ts';
import type { Sums } from './sums.ts';

/** What is kept of a change besides its columns; once applied also what was seen then. */
export type StoredPlan = Pick<Change, 'from' | 'to' | 'newName' | 'choices'> & {
  sums?: Sums;
  rowSums?: RowSum[];
  stays?: Stay[];
};
type Mark = 'verified' | 'to-confirm';
export type SuccessionState = 'draft' | 'applied' | 'undone' | 'discarded';

declare module '#app/platform/database.ts' {
  interface Tables {
    succession: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      kind: SuccessionKind;
      on_day: string;
      basis: string;
      document_id: string | null;
      mark: Mark;
      source: string | null;
      proposal: string | null;
      plan: Json<StoredPlan>;
      state: Filled<SuccessionState>;
      revision: Filled<number>;
      created_by: string;
      created_at: Date;
      applied_by: Filled<string | null>;
      applied_at: Filled<Date | null>;
      undone_by: Filled<string | null>;
      undone_at: Filled<Date | null>;
      undo_reason: Filled<string | null>;
    };
    succession_move: {
      tenant_id: Filled<string>;
      succession_id: string;
      position: number;
      what: MoveKind;
      subject_id: string;
      label: string;
      note: string | null;
      before: Json<Row> | null;
      after: Json<Row> | null;
    };
  }
}

export type Succession = {
  id: string;
  kind: SuccessionKind;
  on: string;
  basis: string;
  documentId: string | null;
  mark: Mark;
  source: string | null;
  proposal: string | null;
  plan: StoredPlan;
  state: SuccessionState;
  appliedBy: string | null;
  appliedAt: Date | null;
  undoneBy: string | null;
  undoneAt: Date | null;
  undoReason: string | null;
};

const columns = [
  'id',
  'kind',
  'on_day as on',
  'basis',
  'document_id as documentId',
  'mark',
  'source',
  'proposal',
  'plan',
  'state',
  'applied_by as appliedBy',
  'applied_at as appliedAt',
  'undone_by as undoneBy',
  'undone_at as undoneAt',
  'undo_reason as undoReason',
] as const;

/** All but the discarded, the latest day first. */
export const listSuccessions = (tx: Tx): Promise<Succession[]> =>
  tx
    .selectFrom('succession')
    .select(columns)
    .where('state', '<>', 'discarded')
    .orderBy('on_day', 'desc')
    .orderBy('created_at', 'desc')
    .execute();

/** `forUpdate` holds it until the transaction ends. @throws Problem 404 */
export async function getSuccession(
  tx: Tx,
  id: string,
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<Succession> {
  const query = tx.selectFrom('succession').select(columns).where('id', '=', id);
  const found = await (forUpdate ? query.forUpdate() : query).executeTakeFirst();
  if (!found) throw notFound('thay đổi tổ chức này');
  return found;
}

export type Drafted = Omit<
  Succession,
  'id' | 'state' | 'appliedBy' | 'appliedAt' | 'undoneBy' | 'undoneAt' | 'undoReason'
>;
const written = (draft: Drafted) => ({
  kind: draft.kind,
  on_day: draft.on,
  basis: draft.basis,
  document_id: draft.documentId,
  mark: draft.mark,
  source: draft.source,
  proposal: draft.proposal,
  plan: JSON.stringify(draft.plan),
});

export async function insertSuccession(tx: Tx, draft: Drafted, by: string, at: Date): Promise<string> {
  const row = await tx
    .insertInto('succession')
    .values({ ...written(draft), created_by: by, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateDraft(tx: Tx, id: string, draft: Drafted): Promise<void> {
  await tx.updateTable('succession').set(written(draft)).where('id', '=', id).execute();
}

export async function discardDraft(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('succession').set({ state: 'discarded' }).where('id', '=', id).execute();
}

/** Marks it applied, with every row it changed. */
export async function keepApplied(
  tx: Tx,
  succession: Succession,
  moves: readonly Move[],
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('succession')
    .set({
      state: 'applied',
      mark: succession.mark,
      plan: JSON.stringify(succession.plan),
      applied_by: by,
      applied_at: at,
    })
    .where('id', '=', succession.id)
    .execute();
  for (let begin = 0; begin < moves.length; begin += 500)
    await tx
      .insertInto('succession_move')
      .values(
        moves.slice(begin, begin + 500).map((move, index) => ({
          succession_id: succession.id,
          position: begin + index,
          what: move.what,
          subject_id: move.id,
          label: move.label,
          note: move.note,
          before: move.before && JSON.stringify(move.before),
          after: move.after && JSON.stringify(move.after),
        })),
      )
      .execute();
}

export async function keepUndone(
  tx: Tx,
  id: string,
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<void> {
  await tx
    .updateTable('succession')
    .set({ state: 'undone', undone_by: by, undone_at: at, undo_reason: reason })
    .where('id', '=', id)
    .execute();
}

/** What was changed, in the order in which it was. */
export async function listMoves(tx: Tx, id: string): Promise<Move[]> {
  const rows = await tx
    .selectFrom('succession_move')
    .select(['what', 'subject_id as id', 'label', 'note', 'before', 'after'])
    .where('succession_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, note: row.note ?? '' }));
}

/** A later change that is applied and concerns one of these agencies too. */
export const findLaterSuccession = (
  tx: Tx,
  { id, appliedAt }: Pick<Succession, 'id' | 'appliedAt'>,
  agencyIds: readonly string[],
): Promise<Succession | undefined> =>
  tx
    .selectFrom('succession')
    .select(columns)
    .where('state', '=', 'applied')
    .where('id', '<>', id)
    .where('applied_at', '>=', appliedAt ?? new Date(0))
    .where(
      sql<boolean>`(exists (select from jsonb_array_elements_text(plan->'from') one where one::uuid = any(${[...agencyIds]}::uuid[]))
        or exists (select from jsonb_array_elements(plan->'to') one where (one->>'id')::uuid = any(${[...agencyIds]}::uuid[])))`,
    )
    .orderBy('applied_at', 'desc')
    .limit(1)
    .executeTakeFirst();
