import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { requireViewer, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { csvLine } from './csv-line.ts';
import { filterOf, readOn } from './find-lines.ts';
import { exportPaths, exportQuery, type LedgerLine } from './ledger.contract.ts';
import { mayReadWholeLedger } from './ledger.policy.ts';
import { appendEvent } from './ledger.store.ts';
import type { LedgerBook } from './ledger-book.ts';

const PAGE = 1000;
type Format = keyof typeof exportPaths;
const types = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' };
const head = ['Thời điểm', 'Nội dung', 'Loại', 'Việc', 'Mã bản ghi', 'Dòng'];

/** What is filtered, as a file, however long: written page by page while it is read. */
export function exportRoutes(web: Web, house: House, books: readonly LedgerBook[]): void {
  for (const format of ['csv', 'jsonl'] as const)
    web.get(exportPaths[format], { schema: { hide: true } }, (request, reply) =>
      send(house, books, format, request, reply),
    );
}

async function send(
  house: House,
  books: readonly LedgerBook[],
  format: Format,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const viewer = requireViewer(request);
  requirePolicy(mayReadWholeLedger, viewer, undefined);
  const { data } = exportQuery.safeParse(request.query);
  if (!data) throw invalid('Bộ lọc của tệp xuất không đúng: quay lại trang Nhật ký rồi bấm xuất lại.');
  const at = house.now();
  await inTenant(house.db, viewer.tenantId, (tx) =>
    appendEvent(tx, at, {
      subjectKind: 'ledger',
      subjectId: viewer.tenantId,
      kind: 'ledger.exported',
      actorId: viewer.personId,
      payload: { format: format.toUpperCase(), filter: data },
    }),
  );
  return reply
    .type(types[format])
    .header('content-disposition', `attachment; filename="nhat-ky-${officeDay(at)}.${format}"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(write(house, viewer, books, format, data)));
}

async function* write(
  house: House,
  viewer: Viewer,
  books: readonly LedgerBook[],
  format: Format,
  { words, ...asked }: ReturnType<typeof exportQuery.parse>,
): AsyncGenerator<string> {
  // The mark tells a spreadsheet that it is UTF-8.
  if (format === 'csv') yield `\uFEFF${csvLine(head)}`;
  for (let before: number | undefined | null; before !== null; ) {
    const { lines, next } = await inTenant(house.db, viewer.tenantId, async (tx) => {
      const filter = await filterOf(tx, books, asked);
      return readOn(tx, books, { ...filter, before: before ?? undefined }, PAGE, words);
    });
    yield lines.map((line) => (format === 'csv' ? asCsv(line) : asJson(line))).join('');
    before = next;
  }
}

const asCsv = (line: LedgerLine): string =>
  csvLine([line.at, line.said.vi, line.subjectKind, line.kind, line.subjectId, line.seq]);

const asJson = ({ at, said, subjectKind, subjectId, seq, kind, actorId }: LedgerLine): string =>
  `${JSON.stringify({ at, said: said.vi, subjectKind, subjectId, seq, kind, actorId })}\n`;
