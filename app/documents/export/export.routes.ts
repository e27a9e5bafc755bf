import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { requireViewer, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { akomaNtosoOf } from '#libraries/document/index.ts';
import { showDocument } from '../document.contract.ts';
import { maySeeDocument } from '../document.policy.ts';
import { getDocument } from '../document.store.ts';
import type { DocumentRecord } from '../document.ts';
import { type ExportForm, exportForms, exportPath } from './export.contract.ts';
import { readingJson } from './reading-json.ts';
import { readingWorkbook } from './reading-workbook.ts';
import { keptDuties, reviewedHeader } from './reviewed-reading.ts';

const kinds: Record<ExportForm, string> = {
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'akn.xml': 'application/xml; charset=utf-8',
};

/** A reading to take away, as people left it. Who may see the document may take it. */
export function exportRoutes(web: Web, house: House): void {
  for (const form of exportForms)
    web.get(exportPath(':id', form), { schema: { hide: true } }, async (request, reply) => {
      const viewer = requireViewer(request);
      const { id } = showDocument.params.parse(request.params);
      const document = await inTenant(house.db, viewer.tenantId, (tx) => getDocument(tx, id));
      requirePolicy(maySeeDocument, viewer, document);
      return reply
        .type(kinds[form])
        .header('content-disposition', `attachment; filename="${fileName(document)}.${form}"`)
        .header('cache-control', 'no-store')
        .serializer((body: unknown) => body as string)
        .send(await write(document, form, house.now()));
    });
}

async function write(document: DocumentRecord, form: ExportForm, now: Date): Promise<string | Buffer> {
  if (form === 'xlsx') return readingWorkbook(document);
  if (form === 'json') return `${JSON.stringify(readingJson(document), null, 1)}\n`;
  const { tree, citations } = document.reading;
  const reading = { document: reviewedHeader(document), tree, citations, duties: keptDuties(document) };
  return akomaNtosoOf(reading, document.text, { madeOn: now.toISOString().slice(0, 10) });
}

/** “217/KH-UBND” → “217-KH-UBND”; plain letters only, as every program can save them. */
const fileName = ({ symbol, kind }: DocumentRecord): string =>
  (symbol ?? kind ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'van-ban';
