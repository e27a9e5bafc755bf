import { Readable } from 'node:stream';
import { z } from 'zod';
import { contentDisposition, insertFile } from '#app/files/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { type OfficialDocument, writeDocx, writePdf } from '#app/letters/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, requireViewer, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import * as contract from './correspondence.contract.ts';
import { mayEditLetter, mayReadLetter } from './correspondence.policy.ts';
import { openDraft, tell } from './letter.routes.ts';
import {
  getLetter,
  type LetterRecord,
  listDutiesOfLetter,
  lockRegisterOf,
  markNumbered,
  markSent,
  nextNumber,
} from './letter.store.ts';
import { bookOf, faultOfDay, faultOfStamp, faultsOf } from './letter.ts';
import { listAnswers } from './letter-step.store.ts';
import { documentOf, fileNameOf, symbolOf } from './print-letter.ts';

const formats = {
  docx: {
    write: writeDocx,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { write: writePdf, type: 'application/pdf' },
} as const;
type Format = keyof typeof formats;

/** Numbered, printed and kept; sent; and read as a file. */
export function issueRoutes(web: Web, house: House): void {
  mount(web, house, contract.numberLetter, async ({ params, body, viewer, tx }) => {
    const letter = await openDraft(tx, viewer, params.id, body.revision);
    if (faultsOf(letter.content).length)
      throw conflict(
        'Văn bản còn thiếu nội dung bắt buộc nên chưa cấp số được: xem các mục được nêu trên trang.',
        {
          faults: faultsOf(letter.content),
        },
      );
    const answers = await listAnswers(tx, { letterId: letter.id, today: officeDay(house.now()) });
    if (answers.some((one) => one.answer && !one.isTold))
      throw conflict(
        'Cơ quan nhận vừa trả lời về nhiệm vụ nêu trong văn bản: hãy tải lại trang và xem lại trước khi cấp số.',
      );
    return giveNumber(tx, house, viewer, letter, body.date);
  });
  mount(web, house, contract.sendLetter, async ({ params, body, viewer, tx }) => {
    const letter = await getLetter(tx, params.id, { forUpdate: true });
    requirePolicy(mayEditLetter, viewer, letter);
    if (letter.state !== 'numbered')
      throw conflict(
        letter.state === 'sent'
          ? 'Văn bản này đã được ghi là đã gửi: hãy tải lại trang.'
          : 'Văn bản chưa có số: hãy cấp số trước khi gửi.',
      );
    const fault = faultOfStamp(body.stampedOn, officeDay(house.now()), letter.dated!);
    if (fault) throw invalid(stampFaults[fault], [{ path: 'stampedOn', message: stampFaults[fault] }]);
    await send(tx, house, viewer, letter, body.stampedOn);
    return { state: 'sent' as const };
  });
  for (const format of Object.keys(formats) as Format[])
    web.get(`/api/letters/:id/document.${format}`, { schema: { hide: true } }, async (request, reply) => {
      const viewer = requireViewer(request);
      const asked = z.object({ id: z.uuid() }).safeParse(request.params);
      if (!asked.success) throw notFound('văn bản này');
      const letter = await inTenant(house.db, viewer.tenantId, (tx) => getLetter(tx, asked.data.id));
      requirePolicy(mayReadLetter, viewer, letter);
      const bytes = await formats[format].write(documentOf(letter, officeDay(house.now())));
      return reply
        .type(formats[format].type)
        .header('content-disposition', contentDisposition('attachment', `${fileNameOf(letter)}.${format}`))
        .header('cache-control', 'no-store')
        .send(bytes);
    });
}

const dayFaults = {
  future: 'Ngày ban hành không thể ở sau hôm nay: chọn hôm nay hoặc một ngày trước đó.',
  before: 'Số liền trước trong sổ mang ngày muộn hơn: chọn ngày không sớm hơn ngày đó.',
};

const stampFaults = {
  future: 'Ngày đóng dấu không thể ở sau hôm nay: chọn hôm nay hoặc một ngày trước đó.',
  before: 'Ngày đóng dấu không thể trước ngày của văn bản: chọn ngày của văn bản hoặc sau đó.',
};

/** The next number of the year's register, the files as printed with it, and from then on nothing changes. */
async function giveNumber(tx: Tx, house: House, viewer: Viewer, letter: LetterRecord, dated: string) {
  const at = house.now();
  const register = {
    issuerId: letter.issuerId,
    book: bookOf(letter.content.kind),
    year: Number(dated.slice(0, 4)),
  };
  const lastDated = await lockRegisterOf(tx, register);
  const fault = faultOfDay(dated, officeDay(at), lastDated);
  if (fault) throw invalid(dayFaults[fault], [{ path: 'date', message: dayFaults[fault] }]);
  const number = await nextNumber(tx, register, dated);
  const numbered = { ...letter, number, dated };
  const printed = documentOf(numbered, dated);
  const keep = (format: Format) =>
    keepFile(tx, house, viewer, { printed, name: fileNameOf(numbered), format });
  const [docxFileId, pdfFileId] = [await keep('docx'), await keep('pdf')];
  const by = viewer.personId;
  await markNumbered(tx, letter.id, { ...register, number, dated, docxFileId, pdfFileId, by, at });
  const symbol = symbolOf(numbered)!;
  await tell(tx, house, viewer, letter.id, 'letter.numbered', { symbol, dated });
  return { symbol };
}

async function keepFile(
  tx: Tx,
  house: House,
  viewer: Viewer,
  { printed, name, format }: { printed: OfficialDocument; name: string; format: Format },
): Promise<string> {
  const stored = await house.files.put(Readable.from([await formats[format].write(printed)]));
  const about = { name: `${name}.${format}`, mediaType: formats[format].type };
  return insertFile(tx, { ...stored, ...about, uploadedBy: viewer.personId, uploadedAt: house.now() });
}

async function send(
  tx: Tx,
  house: House,
  viewer: Viewer,
  letter: LetterRecord,
  stampedOn: string,
): Promise<void> {
  const at = house.now();
  await markSent(tx, letter.id, { by: viewer.personId, at, stampedOn });
  const payload = { symbol: symbolOf(letter), title: letter.content.title };
  await tell(tx, house, viewer, letter.id, 'letter.sent', { ...payload, stampedOn });
  for (const duty of await listDutiesOfLetter(tx, letter.id))
    await appendEvent(tx, at, {
      subjectKind: 'duty',
      subjectId: duty.id,
      kind: 'duty.letter-sent',
      actorId: viewer.personId,
      payload: { ...payload, letterId: letter.id },
    });
}
