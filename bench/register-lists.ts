import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from '#app/platform/database.ts';
import { getRegister } from '#app/registers/find-register.ts';
import { listRows } from '#app/registers/list-rows.store.ts';
import { readAsked } from '#app/registers/read-asked.ts';
import type { ListAsked } from '#app/registers/register.contract.ts';
import type { Statement } from './bare-register-server.ts';
import type { Province } from './province.ts';

/** What people ask of a list of foreign NGOs; the first is the bar's. */
export const lists: { name: string; asked: ListAsked; page?: number }[] = [
  { name: 'first page', asked: {} },
  { name: 'twentieth page', asked: {}, page: 20 },
  { name: 'by name', asked: { sort: 'name' } },
  { name: 'last expiry first', asked: { sort: '-expiresOn' } },
  { name: 'of one country, by expiry', asked: { filter: 'country:LA', sort: 'expiresOn' } },
  { name: 'words in every second row', asked: { q: 'to chuc lao' } },
  { name: 'words in no row', asked: { q: 'khong co' } },
  { name: 'words in every hundredth row', asked: { q: 'to chuc 17' } },
];

/** The statements of each list as the program sends them for somebody who may read every row; the last answers. */
export async function statementsOf({ ownerUrl, tenantId }: Province): Promise<Statement[][]> {
  const register = getRegister('foreign-ngo');
  const statements: Statement[][] = [];
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: 1,
    options: `-c role=nhipcau_app -c app.tenant=${tenantId}`,
  });
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      if (!/^\s*select/.test(query.sql)) return;
      statements.at(-1)!.push({ text: query.sql, values: [...query.parameters] });
    },
  });
  for (const { asked, page = 1 } of lists) {
    statements.push([]);
    const query = readAsked(register, asked, 'all');
    await db.transaction().execute((tx) => listRows(tx, register, query, { page, size: 50 }));
  }
  await db.destroy();
  return statements;
}
