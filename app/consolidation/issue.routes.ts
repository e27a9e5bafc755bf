import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { writeDocx } from '#app/letters/index.ts';
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
import { fileNames } from './file-names.ts';
import { listSentences } from './sentence.store.ts';
import { isSupported, type Sentence } from './sentence.ts';

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
    const { sha256 } = await house.files.put(Readable.from([bytes]));
    const at = house.now();
    const overrideReason = sentences.every(isSupported) ? null : (body.overrideReason ?? null);
    await markIssued(tx, draft.id, { letter, sha256, by: viewer.personId, at, overrideReason });
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
    return inTenant(house.db, viewer.tenantId, (tx) => download(tx, house, viewer, data, reply));
  });
}

async function download(
  tx: Tx,
  house: House,
  viewer: Viewer,
  given: z.output<typeof asked>,
  reply: FastifyReply,
) {
  requirePolicy(mayReadConsolidations, viewer, undefined);
  const one = await getConsolidation(tx, given.params.id);
  const bytes = one.issuedSha256
    ? await buffer(house.files.read(one.issuedSha256))
    : await printDraft(tx, house, viewer, one, given.query.reason?.trim());
  const { ascii, utf8 } = fileNames(one.letter);
  return reply
    .type(docx)
    .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`)
    .header('cache-control', 'no-store')
    .send(bytes);
}

async function printDraft(tx: Tx, house: House, viewer: Viewer, one: Consolidation, reason?: string) {
  const sentences = await keptSentences(tx, one);
  requireSupport(sentences, reason);
  if (reason && !sentences.every(isSupported))
    await tell(tx, house.now(), viewer, one.id, 'consolidation.exported-with-gaps', { reason });
  return print(tx, one, sentences, house.now());
}

const keptSentences = async (tx: Tx, { id }: Consolidation): Promise<Sentence[]> =>
  (await listSentences(tx, id)).filter((sentence) => sentence.removedReason === null);

/** @throws Problem 409 while a sentence has neither source nor mark and no reason is given */
function requireSupport(sentences: readonly Sentence[], reason: string | undefined): void {
  const bare = sentences.filter((sentence) => !isSupported(sentence));
  if (!bare.length || reason) return;
  throw new Problem(
    409,
    'unsupported-sentences',
    `Còn ${bare.length} câu không có nguồn và chưa được đánh dấu biên tập: hãy đánh dấu, bỏ câu, hoặc ghi lý do vẫn xuất.`,
    { sentences: bare.map((sentence) => sentence.id) },
  );
}

async function print(tx: Tx, one: Consolidation, sentences: readonly Sentence[], now: Date): Promise<Buffer> {
  const { definition } = await getPeriod(tx, one.periodId);
  const year = Number(officeDay(now).slice(0, 4));
  return writeDocx(asOfficialDocument(one.letter, definition.slots, sentences, year));
}
