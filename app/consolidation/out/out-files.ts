import { listDatedAgencies } from '#app/agencies/index.ts';
import { writeDocx, writePdf } from '#app/letters/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { conflict, notFound } from '#app/platform/problem.ts';
import { getPeriod, listDutiesById } from '#app/reports/index.ts';
import type { Consolidation } from '../consolidation.store.ts';
import { documentOf, keptSentences, requireSupport } from '../issue.routes.ts';
import { agencySources, type Sentence } from '../sentence.ts';
import { findFrozen } from '../since/before.store.ts';
import { totalsToday } from '../totals/totals-today.ts';
import { annexSheets } from './annexes.ts';
import { changesDocument } from './changes-document.ts';
import { compareVersions } from './compare-versions.ts';
import { writeEdxml } from './edxml.ts';
import type { OutName } from './out.contract.ts';
import { hashesOfFilings, listSigned, listTakenFilings } from './out.store.ts';
import { provenanceSheet } from './provenance.ts';
import { writeBook } from './write-book.ts';

/** What is needed to make a file: read inside the transaction, printed after it. */
type Making = (tx: Tx, house: House, one: Consolidation) => Promise<() => Promise<Buffer>>;

/** The files made of a report when they are asked for, each from what is frozen once it is issued. */
export const outFiles: Record<OutName, Making> = {
  'document.pdf': async (tx, house, one) => {
    const sentences = await keptSentences(tx, one);
    if (one.state === 'draft') requireSupport(sentences, undefined);
    const doc = await documentOf(tx, one, sentences, house.now());
    return () => writePdf(doc);
  },
  'annexes.xlsx': async (tx, _house, one) => {
    const now = await totalsToday(tx, one);
    const { indicators } = now.period.definition;
    const totals = (await findFrozen(tx, one.id)) ?? now.totals;
    const expected = now.board;
    const filings = await listTakenFilings(tx, one.id);
    const sheets = annexSheets({ indicators, totals, figures: one.figures, filings, expected });
    return () => writeBook(sheets);
  },
  'provenance.xlsx': async (tx, _house, one) => {
    const sentences = await keptSentences(tx, one);
    const { definition } = await getPeriod(tx, one.periodId);
    const sheet = provenanceSheet({ slots: definition.slots, sentences, ...(await behind(tx, sentences)) });
    return () => writeBook([sheet]);
  },
  'changes.docx': async (tx, house, one) => {
    const { before, reason, changes } = await compareVersions(tx, one);
    if (!before) throw notFound('danh mục sửa đổi: đây là bản đầu tiên nên chưa có gì để so sánh');
    const year = Number(officeDay(house.now()).slice(0, 4));
    const doc = changesDocument(one.letter, before.letter, changes, { reason: reason ?? '', year });
    return () => writeDocx(doc);
  },
  'document.edxml': envelope,
};

/** Duties and filings that sentences stand on. */
async function behind(tx: Tx, sentences: readonly Sentence[]) {
  const sources = sentences.flatMap((one) => agencySources(one.sources));
  const ids = [...new Set(sources.flatMap(({ duties }) => duties.map(({ dutyId }) => dutyId)))];
  const reports = [...new Set(sources.map(({ agencyReportId }) => agencyReportId))];
  return {
    duties: new Map((await listDutiesById(tx, ids)).map((duty) => [duty.id, duty])),
    filings: await hashesOfFilings(tx, reports),
  };
}

/** The envelope carries the signed copy where there is one, else the report as PDF. @throws Problem 409 for a draft */
async function envelope(tx: Tx, house: House, one: Consolidation): Promise<() => Promise<Buffer>> {
  const { letter } = one;
  if (one.state !== 'issued' || !letter.number || !letter.date)
    throw conflict('Báo cáo chưa có số và ngày nên chưa xuất được edXML: hãy ban hành rồi xuất.');
  const doc = await documentOf(tx, one, await keptSentences(tx, one), house.now());
  const [signed] = await listSigned(tx, one.id);
  const register = await listDatedAgencies(tx);
  const organ = (name: string) => {
    const fold = (text: string) => text.normalize('NFC').toLocaleLowerCase('vi');
    const found = register.find((agency) => fold(agency.name) === fold(name));
    return { id: found?.code ?? null, name };
  };
  const about = { description: letter.title, contentType: 'application/pdf' };
  const { number, date } = letter;
  return async () => {
    const bytes = signed ? await readAll(house, signed.sha256) : await writePdf(doc);
    const name = signed?.name ?? `${number}-${letter.notation.replaceAll('/', '-')}.pdf`;
    const xml = writeEdxml({
      documentId: one.id,
      from: organ(letter.issuer),
      to: letter.addressees.map(organ),
      number,
      notation: letter.notation,
      place: letter.place,
      date,
      typeName: 'Báo cáo',
      subject: letter.title,
      signer: {
        competence: letter.signature.authority.join(' '),
        position: letter.signature.position,
        name: letter.signature.name,
      },
      toPlaces: letter.recipients,
      at: one.issuedAt ?? house.now(),
      replaces: one.corrects !== null,
      attachments: [{ ...about, name, bytes }],
    });
    return Buffer.from(xml);
  };
}

async function readAll(house: House, sha256: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of house.files.read(sha256)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
