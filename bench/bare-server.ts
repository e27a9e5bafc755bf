// What an answer costs at the least: node:http, pg, one prepared statement for each question, the same JSON.
import { once } from 'node:events';
import { createServer } from 'node:http';
import pg from 'pg';
import type { DutyList } from '#app/duties/duty-list.store.ts';
import { presentDuty } from '#app/duties/duty-record.ts';
import { presentList } from '#app/duties/duty-rows.ts';
import type { Cell } from '#app/duties/four-cells.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import { openDatabase, PLANNING, reading } from '#app/platform/database.ts';
import type { Viewer } from '#app/platform/viewer.ts';

export type Question = { text: string; values: unknown[]; kind: 'list' | 'duty'; cell?: string };
const [{ url, tenantId, today, viewer, questions }] = (await once(process, 'message')) as [
  { url: string; tenantId: string; today: string; viewer: Viewer; questions: Question[] },
];
const pool = new pg.Pool({
  connectionString: url,
  max: 10,
  options: `${PLANNING} -c role=nhipcau_app -c app.tenant=${tenantId}`,
});
// The shipped table of holidays: the province of a benchmark changes none.
const calendar = await officeCalendar(reading(openDatabase(url, 'nhipcau_app', 1), tenantId));
const server = createServer(async (request, answer) => {
  const at = Number(request.url?.slice(1));
  const { text, values, kind, cell } = questions[at]!;
  const { rows } = await pool.query({ name: `q${at}`, text, values });
  answer.setHeader('content-type', 'application/json');
  answer.end(
    JSON.stringify(
      kind === 'duty' ? presentDuty(rows[0], { viewer, today, asOf: null, calendar }) : listOf(rows[0], cell),
    ),
  );
});

function listOf({ cells, ...list }: Omit<DutyList, 'total'>, cell: string | undefined) {
  const all = Object.values(cells).reduce((sum, n) => sum + n, 0);
  return presentList({ ...list, cells, total: cell ? cells[cell as Cell] : all }, today);
}

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
