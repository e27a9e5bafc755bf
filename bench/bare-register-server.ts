// What the list of a register costs at the least: node:http, pg, one prepared statement, the same JSON.
import { once } from 'node:events';
import { createServer } from 'node:http';
import pg from 'pg';
import { getRegister } from '#app/registers/find-register.ts';
import { listedRows } from '#app/registers/list-rows.store.ts';
import { presentRows } from '#app/registers/show-row.ts';

const [{ url, tenantId, text, values }] = (await once(process, 'message')) as [
  { url: string; tenantId: string; text: string; values: unknown[] },
];
const register = getRegister('foreign-ngo');
const pool = new pg.Pool({
  connectionString: url,
  max: 10,
  options: `-c role=nhipcau_app -c app.tenant=${tenantId}`,
});
const server = createServer(async (_request, answer) => {
  const { rows } = await pool.query({ name: 'list', text, values });
  answer.setHeader('content-type', 'application/json');
  answer.end(JSON.stringify(presentRows(register, listedRows(register, rows), 'vi')));
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
