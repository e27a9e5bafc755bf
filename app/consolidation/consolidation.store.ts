import type { Filled, Json, Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { Figures, IssueLetter } from './sentence.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    consolidation: {
      tenant_id: Filled<string>;
      id: Filled<string>;
      period_id: string;
      state: Filled<'draft' | 'issued'>;
      letter: Json<IssueLetter>;
      figures: Json<Figures>;
      created_by: string;
      created_at: Date;
      revision: Filled<number>;
      issued_at: Date | null;
      issued_by: string | null;
      issued_sha256: string | null;
      issued_file_id: string | null;
      override_reason: string | null;
      totals: Filled<string | null>;
      version: Filled<number>;
      corrects: Filled<string | null>;
      correction_reason: Filled<string | null>;
    };
    consolidation_filing: {
      tenant_id: Filled<string>;
      consolidation_id: string;
      agency_report_id: string;
      filing_number: number;
    };
  }
}

export type Consolidation = {
  id: string;
  periodId: string;
  state: 'draft' | 'issued';
  letter: IssueLetter;
  figures: Figures;
  revision: number;
  createdAt: Date;
  issuedAt: Date | null;
  issuedBy: string | null;
  issuedSha256: string | null;
  /** The file as issued, in app/files. */
  issuedFileId: string | null;
  /** 1 is the first; a later one corrects the issued one before it. */
  version: number;
  corrects: string | null;
};

const columns = [
  'id',
  'period_id as periodId',
  'state',
  'letter',
  'figures',
  'revision',
  'created_at as createdAt',
  'issued_at as issuedAt',
  'issued_by as issuedBy',
  'issued_sha256 as issuedSha256',
  'issued_file_id as issuedFileId',
  'version',
  'corrects',
] as const;

export const listConsolidations = (tx: Tx): Promise<Consolidation[]> =>
  tx.selectFrom('consolidation').select(columns).orderBy('created_at', 'desc').execute();

/** `forUpdate` holds it until the transaction ends. @throws Problem 404 */
export async function getConsolidation(
  tx: Tx,
  id: string,
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<Consolidation> {
  const query = tx.selectFrom('consolidation').select(columns).where('id', '=', id);
  const found = await (forUpdate ? query.forUpdate() : query).executeTakeFirst();
  if (!found) throw notFound('báo cáo tổng hợp này');
  return found;
}

/** '45/BC-LHHN'; '…/BC-LHHN' before it has a number. */
export const symbolOf = ({ letter }: { letter: IssueLetter }): string =>
  `${letter.number ?? '…'}/${letter.notation}`;

/** Symbol of the issued report that this one corrects; null for the first version. */
export const symbolOfCorrected = async (tx: Tx, { corrects }: Consolidation): Promise<string | null> =>
  corrects && symbolOf(await getConsolidation(tx, corrects));

/** Returns its id; undefined when the period has one already. */
export async function insertConsolidation(
  tx: Tx,
  made: { periodId: string; letter: IssueLetter; figures: Figures; createdBy: string; at: Date },
): Promise<string | undefined> {
  const row = await tx
    .insertInto('consolidation')
    .values({
      period_id: made.periodId,
      letter: JSON.stringify(made.letter),
      figures: JSON.stringify(made.figures),
      created_by: made.createdBy,
      created_at: made.at,
      issued_at: null,
      issued_by: null,
      issued_sha256: null,
      override_reason: null,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function setFigures(tx: Tx, id: string, figures: Figures): Promise<void> {
  await tx
    .updateTable('consolidation')
    .set({ figures: JSON.stringify(figures) })
    .where('id', '=', id)
    .execute();
}

/** Writes the letter if its revision still is `from`; false when somebody was quicker. */
export async function setLetter(tx: Tx, id: string, from: number, letter: IssueLetter): Promise<boolean> {
  const row = await tx
    .updateTable('consolidation')
    .set({ letter: JSON.stringify(letter), revision: from + 1 })
    .where('id', '=', id)
    .where('revision', '=', from)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function markIssued(
  tx: Tx,
  id: string,
  issued: {
    letter: IssueLetter;
    sha256: string;
    fileId: string;
    by: string;
    at: Date;
    overrideReason: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('consolidation')
    .set({
      state: 'issued',
      letter: JSON.stringify(issued.letter),
      issued_sha256: issued.sha256,
      issued_file_id: issued.fileId,
      issued_by: issued.by,
      issued_at: issued.at,
      override_reason: issued.overrideReason,
    })
    .where('id', '=', id)
    .execute();
}

export const findConsolidationOfFile = (
  tx: Tx,
  fileId: string,
): Promise<{ id: string; letter: IssueLetter } | undefined> =>
  tx
    .selectFrom('consolidation')
    .select(['id', 'letter'])
    .where('issued_file_id', '=', fileId)
    .executeTakeFirst();

export type TakenFiling = { agencyReportId: string; number: number };

export const listTaken = (tx: Tx, consolidationId: string): Promise<TakenFiling[]> =>
  tx
    .selectFrom('consolidation_filing')
    .select(['agency_report_id as agencyReportId', 'filing_number as number'])
    .where('consolidation_id', '=', consolidationId)
    .execute();

/** Notes which filings the draft follows from now. */
export async function replaceTaken(
  tx: Tx,
  consolidationId: string,
  filings: readonly TakenFiling[],
): Promise<void> {
  await tx.deleteFrom('consolidation_filing').where('consolidation_id', '=', consolidationId).execute();
  if (!filings.length) return;
  await tx
    .insertInto('consolidation_filing')
    .values(
      filings.map((filing) => ({
        consolidation_id: consolidationId,
        agency_report_id: filing.agencyReportId,
        filing_number: filing.number,
      })),
    )
    .execute();
}
