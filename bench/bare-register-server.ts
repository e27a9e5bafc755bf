// What a list of a register costs at the least: node:http, pg, the prepared statements of each question, the same JSON.
// It asks nobody who they are, and its statements are those of the program.
import { once } from 'node:events';
import { createServer } from 'node:http';
import pg from 'pg';
import { getRegister } from '#app/registers/find-register.ts';
import { listedRows } from '#app/registers/list-rows.store.ts';
import { presentRows } from '#app/registers/show-row.ts';
import { tellCost } from './cost.ts';

export type Statement = { text: string; values: unknown[] };
const [{ url, tenantId, statements }] = (await once(process, 'message')) as [
  { url: string; tenantId: string; statements: Statement[][] },
];
const register = getRegister('foreign-ngo');
const pool = new pg.Pool({
  connectionString: url,
  max: 10,
  options: `-c role=nhipcau_app -c app.tenant=${tenantId}`,
});
const server = createServer(async (request, answer) => {
  const at = Number(request.url?.slice(1));
  let rows: Record<string, unknown>[] = [];
  for (const [nth, statement] of statements[at]!.entries())
    rows = (await pool.query({ name: `q${at}.${nth}`, ...statement })).rows;
  answer.setHeader('content-type', 'application/json');
  answer.end(JSON.stringify({ ...presentRows(register, listedRows(register, rows), 'vi'), size: 50 }));
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
tellCost();
