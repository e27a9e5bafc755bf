import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { csvLine } from '#app/ledger/index.ts';
import { dayAsked } from '#app/platform/as-of.ts';
import { inSnapshot } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { requireViewer, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { invalid } from '#app/platform/problem.ts';
import { xlsxStream } from '#app/platform/xlsx-stream.ts';
import { dutyWords } from '../duty.words.ts';
import { filterAsked } from '../filter-asked.ts';
import { readColumns } from './columns.ts';
import { exportPaths, exportQuery } from './export.contract.ts';
import { type ExportLine, readAgencies, readLines } from './export.store.ts';
import { headOf, type LineCell, type Shown, writerOf } from './export-lines.ts';

type Format = keyof typeof exportPaths;
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The list as a file: the lines filtered, in the order and with the columns shown, written while they are read. */
export function exportRoutes(web: Web, house: House): void {
  for (const format of ['xlsx', 'csv'] as const)
    web.get(exportPaths[format], { schema: { hide: true } }, (request, reply) =>
      send(house, format, request, reply),
    );
}

function send(house: House, format: Format, request: FastifyRequest, reply: FastifyReply) {
  const viewer = requireViewer(request);
  const { data: asked } = exportQuery.safeParse(request.query);
  if (!asked) throw invalid('Bộ lọc của tệp tải về không đúng: quay lại trang Nhiệm vụ rồi bấm tải lại.');
  const now = officeDay(house.now());
  const { sort, down, by, asOf: wantedDay, columns, language, ...asks } = asked;
  const asOf = dayAsked(wantedDay, now);
  const shown: Shown = { columns: readColumns(columns), by, language };
  const body = new PassThrough();
  inSnapshot(house.db, viewer.tenantId, async (tx) => {
    const { agencies, renamed } = await readAgencies(tx, asOf);
    const [filter, order] = [filterAsked(asks, viewer), { sort, down, by }];
    const lines = readLines(tx, { filter, order, today: asOf ?? now, asOf, renamed });
    await pipeline(Readable.from(write(format, shown, rowsOf(lines, writerOf(shown, agencies)))), body);
  }).catch((error: Error) => body.destroy(error));
  return reply
    .type(types[format])
    .header('content-disposition', `attachment; filename="nhiem-vu-${asOf ?? now}.${format}"`)
    .header('cache-control', 'no-store')
    .send(body);
}

function write(format: Format, shown: Shown, rows: AsyncIterable<LineCell[][]>) {
  const columns = headOf(shown);
  return format === 'xlsx'
    ? xlsxStream([{ name: dutyWords[shown.language].title, columns, rows }])
    : csvStream(
        columns.map(({ heading }) => heading),
        rows,
      );
}

async function* rowsOf(lines: AsyncIterable<ExportLine[]>, write: (line: ExportLine) => LineCell[]) {
  for await (const batch of lines) yield batch.map(write);
}

async function* csvStream(head: string[], batches: AsyncIterable<LineCell[][]>): AsyncGenerator<Buffer> {
  // The mark tells a spreadsheet that it is UTF-8.
  yield Buffer.from(`\uFEFF${csvLine(head)}`);
  for await (const rows of batches) yield Buffer.from(rows.map((row) => csvLine(row.map(asWords))).join(''));
}

const asWords = (cell: LineCell) => (cell instanceof Date ? dayInWords(cell) : cell);

const two = (number: number) => `${number < 10 ? '0' : ''}${number}`;
const dayInWords = (day: Date) =>
  `${two(day.getUTCDate())}/${two(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}`;
