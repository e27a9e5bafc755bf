import { createHash, randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayKeepRegister, mayReadRegister } from '#app/agencies/agency.policy.ts';
import { listDatedAgencies } from '#app/agencies/dated-register.store.ts';
import { putInForce } from '#app/agencies/in-force.store.ts';
import { lockRegister } from '#app/agencies/record/record.store.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import { applyPlan } from './apply-plan.ts';
import * as contract from './book.contract.ts';
import { type RawSheet, type ReadSheet, readSheet, sheets } from './book-sheets.ts';
import { type BookPlan, planBook } from './plan-book.ts';
import { readBook } from './read-book.ts';
import { writeBook } from './write-book.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The register out to Excel and back: looked at first, then all of it or nothing. */
export function bookRoutes(web: Web, house: House): void {
  mount(web, house, contract.exportBook, async ({ tx, viewer, reply }) => {
    requirePolicy(mayReadRegister, viewer, undefined);
    const day = officeDay(house.now());
    return sendBook(reply, await writeBook(await listDatedAgencies(tx)), day);
  });
  mount(web, house, contract.tryBook, async ({ request, tx, viewer }) => {
    requirePolicy(mayKeepRegister, viewer, undefined);
    const { file } = await readForm(request);
    const { plan, ignored } = await planOf(tx, file);
    return {
      changes: plan.changes.map((change) => ({
        sheet: change.sheet,
        row: change.row,
        agency: change.agency,
        isNew: change.what === 'new-agency',
        said: change.said,
      })),
      newAgencies: plan.changes.filter(({ what }) => what === 'new-agency').length,
      unchanged: plan.unchanged,
      errors: plan.errors,
      ignored,
      digest: digestOf(plan),
    };
  });
  mount(web, house, contract.importBook, async ({ request, tx, viewer }) => {
    requirePolicy(mayKeepRegister, viewer, undefined);
    const { file, digest } = await readForm(request);
    await lockRegister(tx);
    const { plan } = await planOf(tx, file);
    if (plan.errors.length)
      throw invalid(
        'Tệp còn ô sai nên chưa ghi gì vào danh mục: hãy sửa các ô được nêu rồi gửi lại.',
        plan.errors.map(({ sheet, cell, message }) => ({ path: `${sheet}!${cell}`, message })),
      );
    if (digestOf(plan) !== digest)
      throw conflict('Danh mục đã thay đổi từ lúc xem thử: hãy xem lại các thay đổi rồi xác nhận.');
    await applyPlan(tx, plan, { at: house.now(), actorId: viewer.personId, newId: randomUUID });
    await putInForce(tx, officeDay(house.now()));
    return { made: plan.changes.length };
  });
}

function sendBook(reply: FastifyReply, bytes: Buffer, day: string) {
  const name = `danh-muc-co-quan-${day}.xlsx`;
  return reply
    .type(xlsx)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => payload as string)
    .send(bytes);
}

/** Reads the file against the register of now. @throws Problem 422 when no sheet has headings that are known */
async function planOf(tx: Tx, file: Buffer): Promise<{ plan: BookPlan; ignored: string[] }> {
  const raw = await readBook(file);
  const read = raw.map((sheet): [RawSheet, ReadSheet | null] => [sheet, readSheet(sheet)]);
  const known = read.flatMap(([, sheet]) => sheet ?? []);
  if (!known.length)
    throw invalid(
      `Không thấy hàng tiêu đề nào quen biết: tệp cần các cột như ${sheets.agencies.columns.agency[0]}, ${sheets.agencies.columns.kind[0]}; hãy tải danh mục về làm mẫu.`,
    );
  const ignored = read.filter(([{ rows }, sheet]) => !sheet && rows.length).map(([{ name }]) => name);
  return { plan: planBook(known, await listDatedAgencies(tx)), ignored };
}

const digestOf = ({ changes, errors }: BookPlan): string =>
  createHash('sha256')
    .update(JSON.stringify([changes, errors]))
    .digest('hex');

async function readForm(request: FastifyRequest): Promise<{ file: Buffer; digest: string }> {
  if (!request.isMultipart()) throw invalid('Hãy gửi tệp Excel theo mẫu có tệp đính kèm.');
  let [file, digest]: [Buffer | null, string] = [null, ''];
  for await (const part of request.parts()) {
    if (part.type === 'file') file = await part.toBuffer();
    else if (part.fieldname === 'digest') digest = String(part.value ?? '');
  }
  if (!file?.length)
    throw invalid('Chưa có tệp Excel: hãy chọn một tệp .xlsx.', [
      { path: 'file', message: 'Hãy chọn một tệp .xlsx.' },
    ]);
  return { file, digest };
}
