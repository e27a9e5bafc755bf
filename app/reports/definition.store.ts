import type { Filled, Json, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import { definitionShape } from './definition-shape.contract.ts';
import type { DefinitionContent } from './report.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    report_definition: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      document_id: string | null;
      origin_key: Filled<string | null>;
      version: number;
      created_at: Date;
    };
    report_definition_version: {
      tenant_id: Filled<string>;
      definition_id: string;
      version: number;
      content: Json<DefinitionContent>;
      created_by: string;
      created_at: Date;
    };
  }
}

/** `documentId` null: no plan asks for it; `originKey`: taken over from data/report-definitions.json. */
export type Definition = {
  id: string;
  documentId: string | null;
  originKey: string | null;
  version: number;
  content: DefinitionContent;
};

const newestVersions = (tx: Tx) =>
  tx
    .selectFrom('report_definition')
    .innerJoin('report_definition_version', (join) =>
      join
        .onRef('report_definition_version.tenant_id', '=', 'report_definition.tenant_id')
        .onRef('report_definition_version.definition_id', '=', 'report_definition.id')
        .onRef('report_definition_version.version', '=', 'report_definition.version'),
    )
    .select([
      'report_definition.id',
      'report_definition.document_id as documentId',
      'report_definition.origin_key as originKey',
      'report_definition.version',
      'report_definition_version.content',
    ]);

/** A version of any age as it is read today: what was not asked then has its default. */
export const asDefinition = (kept: unknown): DefinitionContent => definitionShape.parse(kept);

/** Definitions in their newest version, newest first. */
export async function listDefinitions(tx: Tx): Promise<Definition[]> {
  const rows = await newestVersions(tx).orderBy('report_definition.created_at', 'desc').execute();
  return rows.map((row) => ({ ...row, content: asDefinition(row.content) }));
}

/** @throws Problem 404 */
export async function getDefinition(tx: Tx, id: string): Promise<Definition> {
  const found = await newestVersions(tx).where('report_definition.id', '=', id).executeTakeFirst();
  if (!found) throw notFound('chế độ báo cáo này');
  return { ...found, content: asDefinition(found.content) };
}

/** Returns its id; undefined when the plan has one already, or it was taken over already. */
export async function insertDefinition(
  tx: Tx,
  made: {
    documentId: string | null;
    originKey?: string | null;
    content: DefinitionContent;
    createdBy: string;
    at: Date;
  },
): Promise<string | undefined> {
  const row = await tx
    .insertInto('report_definition')
    .values({
      document_id: made.documentId,
      origin_key: made.originKey ?? null,
      version: 1,
      created_at: made.at,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) await insertVersion(tx, { ...made, id: row.id, version: 1 });
  return row?.id;
}

/** Makes `content` the newest version if `from` still is; false when somebody was quicker. */
export async function addVersion(
  tx: Tx,
  given: { id: string; from: number; content: DefinitionContent; createdBy: string; at: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('report_definition')
    .set({ version: given.from + 1 })
    .where('id', '=', given.id)
    .where('version', '=', given.from)
    .returning('id')
    .executeTakeFirst();
  if (row) await insertVersion(tx, { ...given, version: given.from + 1 });
  return row !== undefined;
}

/** The content of one version. */
export async function findVersion(
  tx: Tx,
  id: string,
  version: number,
): Promise<DefinitionContent | undefined> {
  const row = await tx
    .selectFrom('report_definition_version')
    .select('content')
    .where('definition_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && asDefinition(row.content);
}

async function insertVersion(
  tx: Tx,
  given: { id: string; version: number; content: DefinitionContent; createdBy: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('report_definition_version')
    .values({
      definition_id: given.id,
      version: given.version,
      content: JSON.stringify(given.content),
      created_by: given.createdBy,
      created_at: given.at,
    })
    .execute();
}
