import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { AskState } from './ask.ts';

type TurnKind = 'question' | 'answer' | 'end';

declare module '#app/platform/database.ts' {
  interface Tables {
    consolidation_ask: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      consolidation_id: string;
      agency_report_id: string;
      slot: string | null;
      paragraph_id: string | null;
      indicator: string | null;
      quote: string;
      sentence_id: string | null;
      finding_id: string | null;
      state: Filled<AskState>;
      due_on: string;
      asked_by: string;
      asked_at: Date;
    };
    consolidation_ask_turn: {
      tenant_id: Filled<string>;
      ask_id: string;
      n: number;
      kind: TurnKind;
      words: string;
      wants_return: Filled<boolean>;
      said_by: string;
      said_at: Date;
    };
  }
}

/** A question with the agency it waits for today: a report may have passed to the agency's successor. */
export type Ask = {
  id: string;
  consolidationId: string;
  periodId: string;
  agencyReportId: string;
  agencyId: string;
  agency: string;
  slot: string | null;
  paragraphId: string | null;
  indicator: string | null;
  quote: string;
  sentenceId: string | null;
  findingId: string | null;
  state: AskState;
  dueOn: string;
  askedBy: string;
};
export type Turn = {
  askId: string;
  n: number;
  kind: TurnKind;
  words: string;
  wantsReturn: boolean;
  by: string;
  at: Date;
};

const asks = (tx: Tx) =>
  tx
    .selectFrom('consolidation_ask as a')
    .innerJoin('agency_report as r', (join) =>
      join.onRef('r.tenant_id', '=', 'a.tenant_id').onRef('r.id', '=', 'a.agency_report_id'),
    )
    .select([
      'a.id',
      'a.consolidation_id as consolidationId',
      'r.period_id as periodId',
      'a.agency_report_id as agencyReportId',
      'r.agency_id as agencyId',
      'r.agency_name as agency',
      'a.slot',
      'a.paragraph_id as paragraphId',
      'a.indicator',
      'a.quote',
      'a.sentence_id as sentenceId',
      'a.finding_id as findingId',
      'a.state',
      'a.due_on as dueOn',
      'a.asked_by as askedBy',
    ]);

/** Of a consolidation or of an agency's report; what waits longest first, what is closed last. */
export const listAsks = (
  tx: Tx,
  of: { consolidationId: string } | { agencyReportId: string },
): Promise<Ask[]> =>
  asks(tx)
    .$if('consolidationId' in of, (query) =>
      query.where('a.consolidation_id', '=', (of as { consolidationId: string }).consolidationId),
    )
    .$if('agencyReportId' in of, (query) =>
      query.where('a.agency_report_id', '=', (of as { agencyReportId: string }).agencyReportId),
    )
    .orderBy(sql`array_position(array['answered', 'open', 'closed'], a.state)`)
    .orderBy('a.due_on')
    .orderBy('a.asked_at')
    .orderBy('a.id')
    .execute();

/** `forUpdate` holds it until the transaction ends. @throws Problem 404 */
export async function getAsk(
  tx: Tx,
  id: string,
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<Ask> {
  const query = asks(tx).where('a.id', '=', id);
  const found = await (forUpdate ? query.forUpdate('a') : query).executeTakeFirst();
  if (!found) throw notFound('câu hỏi lại này');
  return found;
}

export const listTurns = (tx: Tx, askIds: readonly string[]): Promise<Turn[]> =>
  askIds.length
    ? tx
        .selectFrom('consolidation_ask_turn as t')
        .innerJoin('person as p', (join) =>
          join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.said_by'),
        )
        .select([
          't.ask_id as askId',
          't.n',
          't.kind',
          't.words',
          't.wants_return as wantsReturn',
          'p.name as by',
          't.said_at as at',
        ])
        .where('t.ask_id', 'in', [...askIds])
        .orderBy('t.ask_id')
        .orderBy('t.n')
        .execute()
    : Promise.resolve([]);

export type NewAsk = Pick<
  Ask,
  'consolidationId' | 'agencyReportId' | 'slot' | 'paragraphId' | 'indicator' | 'quote' | 'dueOn' | 'askedBy'
> & { sentenceId: string | null; findingId: string | null; at: Date };

export async function insertAsk(tx: Tx, made: NewAsk): Promise<string> {
  const { id } = await tx
    .insertInto('consolidation_ask')
    .values({
      consolidation_id: made.consolidationId,
      agency_report_id: made.agencyReportId,
      slot: made.slot,
      paragraph_id: made.paragraphId,
      indicator: made.indicator,
      quote: made.quote,
      sentence_id: made.sentenceId,
      finding_id: made.findingId,
      due_on: made.dueOn,
      asked_by: made.askedBy,
      asked_at: made.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function setAsk(
  tx: Tx,
  id: string,
  change: { state: AskState; dueOn?: string; askedBy?: string },
): Promise<void> {
  await tx
    .updateTable('consolidation_ask')
    .set({
      state: change.state,
      ...(change.dueOn ? { due_on: change.dueOn } : {}),
      ...(change.askedBy ? { asked_by: change.askedBy } : {}),
    })
    .where('id', '=', id)
    .execute();
}

/** Adds the next turn; returns its number. The question has to be held. */
export async function addTurn(
  tx: Tx,
  askId: string,
  said: { kind: TurnKind; words: string; wantsReturn?: boolean; by: string; at: Date },
): Promise<number> {
  const { n: last } = await tx
    .selectFrom('consolidation_ask_turn')
    .select(({ fn }) => fn.coalesce(fn.max('n'), sql<number>`0`).as('n'))
    .where('ask_id', '=', askId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('consolidation_ask_turn')
    .values({
      ask_id: askId,
      n: last + 1,
      kind: said.kind,
      words: said.words,
      wants_return: said.wantsReturn ?? false,
      said_by: said.by,
      said_at: said.at,
    })
    .execute();
  return last + 1;
}

/** The last turn is taken back with the step that it told. */
export async function dropLastTurn(tx: Tx, askId: string, kind: TurnKind): Promise<void> {
  await sql`delete from consolidation_ask_turn t where t.ask_id = ${askId} and t.kind = ${kind}
    and t.n = (select max(l.n) from consolidation_ask_turn l where l.tenant_id = t.tenant_id and l.ask_id = t.ask_id)`.execute(
    tx,
  );
}

/** Questions of a finding that are not closed. */
export async function countUnclosed(tx: Tx, findingId: string): Promise<number> {
  const { many } = await tx
    .selectFrom('consolidation_ask')
    .select(({ fn }) => fn.countAll<number>().as('many'))
    .where('finding_id', '=', findingId)
    .where('state', '<>', 'closed')
    .executeTakeFirstOrThrow();
  return Number(many);
}
