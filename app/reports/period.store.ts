import { sql } from 'kysely';
import type { Filled, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import { asDefinition } from './definition.store.ts';
import type { periodKinds } from './definition-shape.contract.ts';
import type { ReportState } from './period.contract.ts';
import type { DefinitionContent } from './report.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    report_period: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      definition_id: string;
      definition_version: number;
      name: string;
      kind: PeriodKindAsked;
      year: number;
      index: number;
      window_from: string;
      window_to: string;
      due_on: string;
      opened_by: string | null;
      opened_at: Date;
      locks_on: Filled<string | null>;
    };
  }
}

export type PeriodKindAsked = (typeof periodKinds)[number];

/** A period with the definition it was started with. */
export type Period = {
  id: string;
  definitionId: string;
  /** null: no plan asks for it. */
  documentId: string | null;
  kind: PeriodKindAsked;
  year: number;
  index: number;
  name: string;
  from: string;
  to: string;
  dueOn: string;
  openedAt: Date;
  /** The last day on which something is filed; null: never locked. */
  locksOn: string | null;
  definition: DefinitionContent;
};

const periods = (tx: Tx) =>
  tx
    .selectFrom('report_period')
    .innerJoin('report_definition', (join) =>
      join
        .onRef('report_definition.tenant_id', '=', 'report_period.tenant_id')
        .onRef('report_definition.id', '=', 'report_period.definition_id'),
    )
    .innerJoin('report_definition_version', (join) =>
      join
        .onRef('report_definition_version.tenant_id', '=', 'report_period.tenant_id')
        .onRef('report_definition_version.definition_id', '=', 'report_period.definition_id')
        .onRef('report_definition_version.version', '=', 'report_period.definition_version'),
    )
    .select([
      'report_period.id',
      'report_definition.document_id as documentId',
      'report_period.definition_id as definitionId',
      'report_period.kind',
      'report_period.year',
      'report_period.index',
      'report_period.locks_on as locksOn',
      'report_period.name',
      'report_period.window_from as from',
      'report_period.window_to as to',
      'report_period.due_on as dueOn',
      'report_period.opened_at as openedAt',
      'report_definition_version.content as definition',
    ]);

/** Periods, the last to end first; with `agencyIds` only those in which one of these agencies reports. */
export async function listPeriods(tx: Tx, agencyIds: readonly string[] | null): Promise<Period[]> {
  const query = periods(tx)
    .orderBy('report_period.window_to', 'desc')
    .orderBy('report_period.opened_at', 'desc');
  const rows = await (agencyIds
    ? query.where(
        sql<boolean>`exists (select from agency_report r where r.tenant_id = report_period.tenant_id
          and r.period_id = report_period.id and r.joined_into is null and r.agency_id = any(${[...agencyIds]}::uuid[]))`,
      )
    : query
  ).execute();
  return rows.map(asPeriod);
}

const asPeriod = (row: Period): Period => ({ ...row, definition: asDefinition(row.definition) });

/** @throws Problem 404 */
export async function getPeriod(tx: Tx, id: string): Promise<Period> {
  const found = await periods(tx).where('report_period.id', '=', id).executeTakeFirst();
  if (!found) throw notFound('kỳ báo cáo này');
  return asPeriod(found);
}

/** Returns its id; undefined when a period of this name is open already. */
export async function insertPeriod(
  tx: Tx,
  made: {
    definitionId: string;
    definitionVersion: number;
    name: string;
    kind: PeriodKindAsked;
    year: number;
    index: number;
    from: string;
    to: string;
    dueOn: string;
    openedBy: string | null;
    locksOn: string | null;
    at: Date;
  },
): Promise<string | undefined> {
  const row = await tx
    .insertInto('report_period')
    .values({
      definition_id: made.definitionId,
      definition_version: made.definitionVersion,
      name: made.name,
      kind: made.kind,
      year: made.year,
      index: made.index,
      window_from: made.from,
      window_to: made.to,
      due_on: made.dueOn,
      opened_by: made.openedBy,
      opened_at: made.at,
      locks_on: made.locksOn,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** A line of the board: an agency's report with its newest filing. */
export type BoardRow = {
  id: string;
  periodId: string;
  agencyId: string;
  agencyName: string;
  state: ReportState;
  savedAt: Date | null;
  filedAt: Date | null;
  isLate: boolean;
  /** Waits for the head of its agency. */
  isAsked: boolean;
  /** Unlocked by exception up to and with this day. */
  openUntil: string | null;
};

/** Who reports in these periods and how far they are, agencies in Vietnamese order. */
export async function listBoard(tx: Tx, periodIds: readonly string[]): Promise<BoardRow[]> {
  if (!periodIds.length) return [];
  const rows = await tx
    .selectFrom('agency_report')
    .leftJoin('agency_report_filing', (join) =>
      join
        .onRef('agency_report_filing.tenant_id', '=', 'agency_report.tenant_id')
        .onRef('agency_report_filing.agency_report_id', '=', 'agency_report.id')
        .onRef('agency_report_filing.number', '=', 'agency_report.filed_number'),
    )
    .select([
      'agency_report.id',
      'agency_report.period_id as periodId',
      'agency_report.agency_id as agencyId',
      'agency_report.agency_name as agencyName',
      'agency_report.state',
      'agency_report.saved_at as savedAt',
      'agency_report.open_until as openUntil',
      'agency_report_filing.filed_at as filedAt',
      'agency_report_filing.is_late as isLate',
    ])
    .select(sql<boolean>`agency_report.asked_by is not null`.as('isAsked'))
    .where('agency_report.period_id', 'in', [...periodIds])
    // One that became part of its successor's report is told there.
    .where('agency_report.joined_into', 'is', null)
    .orderBy(sql`agency_report.agency_name collate "vi-x-icu"`)
    .execute();
  return rows.map((row) => ({ ...row, isLate: row.isLate ?? false }));
}

export async function setLock(tx: Tx, id: string, locksOn: string | null): Promise<void> {
  await tx.updateTable('report_period').set({ locks_on: locksOn }).where('id', '=', id).execute();
}

/** Was a period of this kind and number, or one over the same days, opened under the definition? */
export async function hasPeriod(
  tx: Tx,
  definitionId: string,
  which: { kind: string; year: number; index: number; from: string; to: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('report_period')
    .select('id')
    .where('definition_id', '=', definitionId)
    .where(({ eb, and, or }) =>
      or([
        and([
          eb('kind', '=', which.kind as PeriodKindAsked),
          eb('year', '=', which.year),
          eb('index', '=', which.index),
        ]),
        and([eb('window_from', '=', which.from), eb('window_to', '=', which.to)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
