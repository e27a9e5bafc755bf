// What a file of the list costs at the least: node:http, pg, one statement, one loop.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { strToU8, zipSync } from 'fflate';
import pg from 'pg';
import { tellCost } from './cost.ts';

const [{ url, tenantId }] = (await once(process, 'message')) as [{ url: string; tenantId: string }];
const pool = new pg.Pool({
  connectionString: url,
  max: 2,
  options: `-c role=nhipcau_app -c app.tenant=${tenantId}`,
});
const text = `select d.path, document.symbol, d.text, string_agg(agency.name || ' (' || a.state || ')', '; ') filter (where a.role = 'holder') as holders,
    string_agg(agency.name || ' (' || a.state || ')', '; ') filter (where a.role = 'coordinator') as coordinators, d.due_on::text as due, d.state
  from duty d join document on document.id = d.document_id join assignment a on a.duty_id = d.id join agency on agency.id = a.agency_id
  group by d.id, d.tenant_id, document.symbol, document.published_at, document.id order by document.published_at desc, document.id, d.position`;
const quote = (cell: string | null) => `"${(cell ?? '').replaceAll('"', '""')}"`;
const xml = (cell: string | null) =>
  `<c t="inlineStr"><is><t>${(cell ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;

const server = createServer(async ({ url: path }, answer) => {
  const { rows } = await pool.query<string[]>({ text, rowMode: 'array' });
  if (path === '/csv') return answer.end(rows.map((row) => row.map(quote).join(',')).join('\r\n'));
  const sheet = `<worksheet><sheetData>${rows.map((row) => `<row>${row.map(xml).join('')}</row>`).join('')}</sheetData></worksheet>`;
  answer.end(zipSync({ 'xl/worksheets/sheet1.xml': [strToU8(sheet), { level: 1 }] }));
});
tellCost();
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
