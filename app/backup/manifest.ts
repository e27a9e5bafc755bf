import { z } from 'zod';

/**
 * An archive is age( zstd( tar ) ) with these entries, in this order (decisions/0010-archive-of-a-backup.md):
 *   header.json                       what is needed before a row can be loaded
 *   rows/<table>/<tenant|all>/<part>  COPY text, ordered by primary key, cut anywhere into parts
 *   files/<sha256>/<part>             bytes of a stored file, cut into parts
 *   manifest.json                     counts and hashes of all that came before
 */
export const FORMAT = 1;

/** Rows of these tables stay where they are: the first is rebuilt, the second tells of archives on the old machine. */
export const notCarried = ['migration', 'backup_run'];

const hash = z.string().regex(/^[\da-f]{64}$/);

export const headerShape = z.object({
  format: z.number().int(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), hash })),
  tenants: z.array(z.uuid()),
  /** Opens the sealed columns; it is safe here because the whole archive is encrypted. */
  sealKey: z.string(),
});
export type Header = z.output<typeof headerShape>;

const rowsShape = z.object({
  table: z.string().regex(/^\w+$/),
  /** null: a table of the installation, not of a province. */
  tenant: z.uuid().nullable(),
  columns: z.array(z.string()),
  rows: z.number().int(),
  sha256: hash,
});
export type TableRows = z.output<typeof rowsShape>;

export const manifestShape = z.object({
  headerSha256: hash,
  rows: z.array(rowsShape),
  /** Next numbers of identity columns follow these. */
  sequences: z.array(z.object({ table: z.string(), column: z.string(), last: z.number().int() })),
  files: z.array(z.object({ sha256: hash, size: z.number().int() })),
  /** Named by rows, but lost or damaged in the file store on the day of the backup. */
  unusable: z.array(hash),
});
export type Manifest = z.output<typeof manifestShape>;

export const rowsEntry = (table: string, tenant: string | null): string => `rows/${table}/${tenant ?? 'all'}`;
export const fileEntry = (sha256: string): string => `files/${sha256}`;

export const totalsOf = (manifest: Manifest) => ({
  rows: manifest.rows.reduce((sum, one) => sum + one.rows, 0),
  files: manifest.files.length,
  fileBytes: manifest.files.reduce((sum, one) => sum + one.size, 0),
  unusable: manifest.unusable.length,
});

/** COPY writes each row on one line and a line break within a value as \n, so lines are rows. */
export function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}
