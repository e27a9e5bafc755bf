import { Readable } from 'node:stream';
import { z } from 'zod';
import { contentDisposition, insertFile, sendFile } from '#app/files/index.ts';
import { type OfficialDocument, writeDocx } from '#app/letters/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, requireViewer, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { notFound, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { getPeriod } from '#app/reports/index.ts';
import { asOfficialDocument } from './as-official-document.ts';
import * as contract from './consolidation.contract.ts';
import { mayReadConsolidations } from './consolidation.policy.ts';
import { openForEditing, tell } from './consolidation.routes.ts';
import { type Consolidation, getConsolidation, markIssued } from './consolidation.store.ts';
import { fileName } from './file-name.ts';
import { listSentences } from './sentence.store.ts';
import { isSupported, type Sentence } from './sentence.ts';
import { freezeTotals } from './since/before.store.ts';
import { totalsToday } from './totals/totals-today.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const asked = z.object({
  params: z.object({ id: z.uuid() }),
  query: z.object({ reason: z.string().max(1000).optional() }),
});

/** Out: the file as it would be printed, and the act of issuing, after which it never changes. */
export function issueRoutes(web: Web, house: House): void {
  mount(web, house, contract.issueConsolidation, async ({ params, body, viewer, tx }) => {
    const draft = await openForEditing(tx, viewer, params.id);
    const sentences = await keptSentences(tx, draft);
    requireSupport(sentences, body.overrideReason);
    const letter = {
      ...draft.letter,
      number: body.number,
      date: body.date,
      signature: { ...draft.letter.signature, name: body.signer },
    };
    const bytes = await print(tx, { ...draft, letter }, sentences, house.now());
    const stored = await house.files.put(Readable.from([bytes]));
    const { sha256 } = stored;
    const at = house.now();
    const about = { name: fileName(letter), mediaType: docx, uploadedBy: viewer.personId, uploadedAt: at };
    const fileId = await insertFile(tx, { ...stored, ...about });
    const overrideReason = sentences.every(isSupported) ? null : (body.overrideReason ?? null);
    await freezeTotals(tx, draft.id, (await totalsToday(tx, draft)).totals);
    await markIssued(tx, draft.id, { letter, sha256, fileId, by: viewer.personId, at, overrideReason });
    const payload = {
      symbol: `${letter.number}/${letter.notation}`,
      date: letter.date,
      sha256,
      overrideReason,
    };
    await tell(tx, at, viewer, draft.id, 'consolidation.issued', payload);
    return { sha256 };
  });
  web.get('/api/consolidations/:id/document.docx', { schema: { hide: true } }, async (request, reply) => {
    const viewer = requireViewer(request);
    const { success, data } = asked.safeParse({ params: request.params, query: request.query });
    if (!success) throw notFound('báo cáo tổng hợp này');
    const { one, draft } = await inTenant(house.db, viewer.tenantId, (tx) => open(tx, house, viewer, data));
    const name = fileName(one.letter);
    if (!draft) return sendFile({ request, reply, house }, { sha256: one.issuedSha256!, name });
    return reply
      .type(docx)
      .header('content-disposition', contentDisposition('attachment', name))
      .header('cache-control', 'no-store')
      .send(draft);
  });
}

/** A report, and while it is not issued, its file printed now. */
async function open(tx: Tx, house: House, viewer: Viewer, given: z.output<typeof asked>) {
  requirePolicy(mayReadConsolidations, viewer, undefined);
  const one = await getConsolidation(tx, given.params.id);
  if (one.issuedSha256) return { one, draft: null };
  return { one, draft: await printDraft(tx, house, viewer, one, given.query.reason?.trim()) };
}

async function printDraft(tx: Tx, house: House, viewer: Viewer, one: Consolidation, reason?: string) {
  const sentences = await keptSentences(tx, one);
  requireSupport(sentences, reason);
  if (reason && !sentences.every(isSupported))
    await tell(tx, house.now(), viewer, one.id, 'consolidation.exported-with-gaps', { reason });
  return print(tx, one, sentences, house.now());
}

/** What is printed: all that is not set aside. */
export const keptSentences = async (tx: Tx, { id }: Consolidation): Promise<Sentence[]> =>
  (await listSentences(tx, id)).filter((sentence) => sentence.removedReason === null);

/** @throws Problem 409 while a sentence has neither source nor mark and no reason is given */
export function requireSupport(sentences: readonly Sentence[], reason: string | undefined): void {
  const bare = sentences.filter((sentence) => !isSupported(sentence));
  if (!bare.length || reason) return;
  throw new Problem(
    409,
    'unsupported-sentences',
    `Còn ${bare.length} câu không có nguồn và chưa được đánh dấu biên tập: hãy đánh dấu, bỏ câu, hoặc ghi lý do vẫn xuất.`,
    { sentences: bare.map((sentence) => sentence.id) },
  );
}

const print = async (
  tx: Tx,
  one: Consolidation,
  sentences: readonly Sentence[],
  now: Date,
): Promise<Buffer> => writeDocx(await documentOf(tx, one, sentences, now));

/** A report as the official document that DOCX and PDF print alike. */
export async function documentOf(
  tx: Tx,
  one: Consolidation,
  sentences: readonly Sentence[],
  now: Date,
): Promise<OfficialDocument> {
  const { definition } = await getPeriod(tx, one.periodId);
  const year = Number(officeDay(now).slice(0, 4));
  return asOfficialDocument(one.letter, definition.slots, sentences, year);
}
