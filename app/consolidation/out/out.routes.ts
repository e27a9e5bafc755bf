import { z } from 'zod';
import {
  contentDisposition,
  dropFile,
  type HeldFile,
  insertFile,
  keepFile,
  receiveForm,
} from '#app/files/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, mountLong, requireViewer, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { mayEditConsolidations, mayReadConsolidations } from '../consolidation.policy.ts';
import { tell } from '../consolidation.routes.ts';
import { type Consolidation, getConsolidation, symbolOf } from '../consolidation.store.ts';
import { fileName } from '../file-name.ts';
import { compareVersions } from './compare-versions.ts';
import { correct } from './correct.ts';
import * as contract from './out.contract.ts';
import { insertSending, insertSigned, listSendings, listSigned } from './out.store.ts';
import { outFiles } from './out-files.ts';
import { listVersions } from './version.store.ts';

const asked = z.object({ id: z.uuid() });
const mediaTypes: Record<string, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  edxml: 'application/xml',
};
const suffixes: Partial<Record<contract.OutName, string>> = {
  'annexes.xlsx': ' - phụ lục số liệu',
  'provenance.xlsx': ' - nguồn từng câu',
  'changes.docx': ' - danh mục sửa đổi',
};

/** After issue: files made of the report, the signed copy, that it was sent, and its corrections. */
export function outRoutes(web: Web, house: House): void {
  mount(web, house, contract.showOut, async ({ params, viewer, tx }) => {
    requirePolicy(mayReadConsolidations, viewer, undefined);
    return show(tx, viewer, await getConsolidation(tx, params.id), officeDay(house.now()));
  });
  mount(web, house, contract.listChanges, async ({ params, viewer, tx }) => {
    requirePolicy(mayReadConsolidations, viewer, undefined);
    const { before, reason, changes } = await compareVersions(tx, await getConsolidation(tx, params.id));
    return { of: before && { id: before.id, symbol: symbolOf(before) }, reason, changes };
  });
  mount(web, house, contract.recordSending, async ({ params, body, viewer, tx }) => {
    const one = await openIssued(tx, viewer, params.id);
    const at = house.now();
    if (body.sentOn > officeDay(at)) throw invalid('Ngày gửi ở sau hôm nay: hãy ghi ngày đã gửi.');
    if (one.letter.date && body.sentOn < one.letter.date)
      throw invalid('Ngày gửi ở trước ngày ban hành: hãy xem lại ngày gửi.');
    await insertSending(tx, { ...body, consolidationId: one.id, by: viewer.personId, at });
    const { sentOn, way, sentTo } = body;
    await tell(tx, at, viewer, one.id, 'consolidation.sent', { sentOn, way, sentTo });
    return { sendings: (await listSendings(tx, one.id)).map(presentSending) };
  });
  mount(web, house, contract.correctConsolidation, async ({ params, body, viewer, tx }) => {
    const one = await openIssued(tx, viewer, params.id);
    return { id: await correct(tx, viewer, one, body.reason, house.now()) };
  });
  signedRoute(web, house);
  fileRoutes(web, house);
}

/** The signed PDF: refused before a byte is read where it may not be put. */
function signedRoute(web: Web, house: House): void {
  mountLong(web, house, contract.attachSigned, async ({ params, viewer, request }) => {
    await inTenant(house.db, viewer.tenantId, (tx) => openIssued(tx, viewer, params.id));
    if (!request.isMultipart())
      throw invalid('Cần gửi tệp theo mẫu (multipart/form-data): hãy dùng nút Đính kèm.');
    const held: HeldFile[] = [];
    try {
      for await (const part of receiveForm(request, house, 'evidence', { files: 1 }))
        if ('file' in part) held.push(part.file);
      const [file] = held;
      if (!file?.size) throw invalid('Chưa chọn tệp nào: hãy chọn bản PDF đã ký rồi gửi.');
      if (file.mediaType !== 'application/pdf')
        throw invalid(`Tệp ${file.name} không phải PDF: bản đã ký cần là tệp PDF.`);
      const kept = await keepFile(house, file);
      return await inTenant(house.db, viewer.tenantId, async (tx) => {
        const one = await openIssued(tx, viewer, params.id);
        const at = house.now();
        const fileId = await insertFile(tx, { ...kept, uploadedBy: viewer.personId, uploadedAt: at });
        await insertSigned(tx, { consolidationId: one.id, fileId, by: viewer.personId, at });
        const payload = { fileId, name: kept.name, sha256: kept.sha256 };
        await tell(tx, at, viewer, one.id, 'consolidation.signed-attached', payload);
        return { signed: (await listSigned(tx, one.id)).map(presentSigned) };
      });
    } finally {
      for (const file of held) await dropFile(house, file);
    }
  });
}

function fileRoutes(web: Web, house: House): void {
  for (const name of contract.outNames)
    web.get(`/api/consolidations/:id/${name}`, { schema: { hide: true } }, async (request, reply) => {
      const viewer = requireViewer(request);
      const { success, data } = asked.safeParse(request.params);
      if (!success) throw notFound('báo cáo tổng hợp này');
      const { one, make } = await inTenant(house.db, viewer.tenantId, async (tx) => {
        requirePolicy(mayReadConsolidations, viewer, undefined);
        const one = await getConsolidation(tx, data.id);
        return { one, make: await outFiles[name](tx, house, one) };
      });
      const ending = name.split('.')[1]!;
      const full = fileName(one.letter).replace(/\.docx$/, `${suffixes[name] ?? ''}.${ending}`);
      const bytes = await make();
      return reply
        .type(mediaTypes[ending]!)
        .header('content-disposition', contentDisposition('attachment', full))
        .header('cache-control', 'no-store')
        .send(bytes);
    });
}

async function show(tx: Tx, viewer: Viewer, one: Consolidation, today: string) {
  const versions = await listVersions(tx, one.periodId);
  const isEditor = mayEditConsolidations.allows(viewer, undefined);
  const isIssued = one.state === 'issued';
  return {
    state: one.state,
    version: one.version,
    correctionReason: versions.find(({ id }) => id === one.id)?.reason ?? null,
    versions: versions.map(({ id, version, state, letter, issuedAt, reason }) => ({
      ...{ id, version, state, reason },
      symbol: symbolOf({ letter }),
      issuedAt: issuedAt?.toISOString() ?? null,
    })),
    signed: (await listSigned(tx, one.id)).map(presentSigned),
    sendings: (await listSendings(tx, one.id)).map(presentSending),
    addressee: one.letter.addressees[0] ?? '',
    today,
    mayRecord: isIssued && isEditor,
    mayCorrect: isIssued && isEditor && versions.at(-1)?.id === one.id,
  };
}

const presentSigned = ({ addedAt, ...one }: Awaited<ReturnType<typeof listSigned>>[number]) => ({
  ...one,
  addedAt: addedAt.toISOString(),
});
const presentSending = ({ notedAt, ...one }: Awaited<ReturnType<typeof listSendings>>[number]) => ({
  ...one,
  notedAt: notedAt.toISOString(),
});

/** Held until the transaction ends. @throws Problem 403; 409 while it is not issued */
async function openIssued(tx: Tx, viewer: Viewer, id: string): Promise<Consolidation> {
  requirePolicy(mayEditConsolidations, viewer, undefined);
  const one = await getConsolidation(tx, id, { forUpdate: true });
  if (one.state !== 'issued')
    throw conflict('Báo cáo chưa ban hành: hãy ban hành rồi mới đính kèm bản ký, ghi việc gửi hoặc sửa đổi.');
  return one;
}
