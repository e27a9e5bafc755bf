// What a list costs at the least: node:http, pg, one statement, JSON.
import { once } from 'node:events';
import { createServer } from 'node:http';
import pg from 'pg';

const [{ url, tenantId, text, values }] = (await once(process, 'message')) as [
  { url: string; tenantId: string; text: string; values: unknown[] },
];
const pool = new pg.Pool({
  connectionString: url,
  max: 10,
  options: `-c role=nhipcau_app -c app.tenant=${tenantId}`,
});
const server = createServer(async (_request, answer) => {
  const { rows } = await pool.query(text, values);
  answer.setHeader('content-type', 'application/json');
  answer.end(JSON.stringify(rows[0]));
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
