import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { listAgencies, readBook } from '#app/agencies/index.ts';
import { noteSecretRefusal } from '#app/documents/index.ts';
import { findSecrecyMark, IntakeRefusal } from '#app/intake/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mountLong, requireViewer, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { conflict, invalid, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { xlsxStream } from '#app/platform/xlsx-stream.ts';
import { bookColumns, type Register, type Style, type Target } from '#libraries/register/index.ts';
import { getRegister } from '../find-register.ts';
import { readAsked } from '../read-asked.ts';
import { listAsked } from '../register.contract.ts';
import { policyOf, reachOf, readableReach } from '../register.policy.ts';
import { thresholdsOf } from '../setting.store.ts';
import { showValues } from '../show-row.ts';
import { finderOf } from '../targets.store.ts';
import { applyImport } from './apply-import.ts';
import * as contract from './book.contract.ts';
import { rowsOfKeys, standingKeys } from './book.store.ts';
import { type FoundSheet, findSheet } from './find-sheet.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { type Grid, readGrids, wordsOf } from './read-grids.ts';
import { rowsBook, templateBook } from './write-book.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A register out to Excel and back: looked at first, then all of it or nothing. */
export function bookRoutes(web: Web, house: House): void {
  web.get(contract.bookPaths.rows, { schema: { hide: true } }, (request, reply) =>
    sendRows(house, request, reply),
  );
  web.get(contract.bookPaths.template, { schema: { hide: true } }, async (request, reply) => {
    const viewer = requireViewer(request);
    const register = getRegister((request.params as { register: string }).register);
    readableReach(register, viewer);
    const agencies = await inTenant(house.db, viewer.tenantId, (tx) => listAgencies(tx));
    const sheets = templateBook(
      register,
      agencies.map(({ name }) => name),
    );
    return sendBook(reply, `mau-${register.name}`, Readable.from(xlsxStream(sheets)));
  });
  mountLong(web, house, contract.tryRegisterBook, async ({ params, request, viewer }) => {
    const { register, form, grids } = await received(house, viewer, params.register, request);
    return inTenant(house.db, viewer.tenantId, async (tx) => {
      const planned = await planOf({ tx, house, viewer, register }, grids, form);
      return present(register, planned);
    });
  });
  mountLong(web, house, contract.importRegisterBook, async ({ params, request, viewer }) => {
    const { register, form, grids } = await received(house, viewer, params.register, request);
    return inTenant(house.db, viewer.tenantId, async (tx) => {
      const { plan, digest, nameOf } = await planOf({ tx, house, viewer, register }, grids, form);
      if (plan.questions.length)
        throw invalid('Còn cột đọc được theo nhiều cách: hãy trả lời rồi xem thử lại.');
      if (plan.errorCount)
        throw invalid(
          'Tệp còn ô sai nên chưa ghi gì vào sổ: hãy sửa các ô được nêu rồi gửi lại.',
          plan.errors.map(({ cell, message }) => ({ path: cell, message })),
        );
      if (digest !== form.digest)
        throw conflict('Sổ đã thay đổi từ lúc xem thử: hãy xem lại các dòng rồi xác nhận.');
      await applyImport({ tx, house, viewer, register }, plan, nameOf);
      return { made: plan.fresh.length, changed: plan.changed.length, skipped: plan.skipped };
    });
  });
}

function sendRows(house: House, request: FastifyRequest, reply: FastifyReply) {
  const viewer = requireViewer(request);
  const register = getRegister((request.params as { register: string }).register);
  const { data: asked } = listAsked.safeParse(request.query);
  if (!asked) throw invalid('Bộ lọc của tệp tải về không đúng: quay lại trang sổ rồi bấm tải lại.');
  const query = readAsked(register, asked, readableReach(register, viewer));
  const body = new PassThrough();
  inTenant(house.db, viewer.tenantId, (tx) =>
    pipeline(Readable.from(xlsxStream([rowsBook(tx, viewer, register, query)])), body),
  ).catch((error: Error) => body.destroy(error));
  return sendBook(reply, `${register.name}-${officeDay(house.now())}`, body);
}

const sendBook = (reply: FastifyReply, name: string, body: Readable) =>
  reply
    .type(xlsx)
    .header('content-disposition', `attachment; filename="${name}.xlsx"`)
    .header('cache-control', 'no-store')
    .send(body);

type Form = {
  file: Buffer;
  agencyId: string | null;
  alike: 'skip' | 'add';
  styles: Record<string, Style>;
  digest: string;
};

async function received(house: House, viewer: Viewer, name: string, request: FastifyRequest) {
  const register = getRegister(name);
  const reach = reachOf(register.may.import, viewer);
  if (reach !== 'all' && !reach.length)
    throw new Problem(
      403,
      'forbidden',
      `Bạn chưa được phép làm việc này: ${register.may.import.sentence[0]}.`,
    );
  const form = await readForm(request);
  return { register, form, grids: await gridsOf(house, viewer, form.file) };
}

/** @throws Problem 422 when it is no book, or a secrecy mark stands in it */
async function gridsOf(house: House, viewer: Viewer, file: Buffer): Promise<Grid[]> {
  const grids = readGrids(await readBook(file));
  if (!findSecrecyMark(wordsOf(grids))) return grids;
  const refusal = new IntakeRefusal('secret');
  await inTenant(house.db, viewer.tenantId, (tx) => noteSecretRefusal(tx, viewer.personId, house.now()));
  throw new Problem(422, refusal.code, refusal.message);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function readForm(request: FastifyRequest): Promise<Form> {
  if (!request.isMultipart()) throw invalid('Hãy gửi tệp Excel theo mẫu có tệp đính kèm.');
  let file: Buffer | null = null;
  const given: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') file = await part.toBuffer();
    else given[part.fieldname] = String(part.value ?? '');
  }
  if (!file?.length)
    throw invalid('Chưa có tệp Excel: hãy chọn một tệp .xlsx.', [
      { path: 'file', message: 'Hãy chọn một tệp .xlsx.' },
    ]);
  return {
    file,
    agencyId: UUID.test(given.agencyId ?? '') ? given.agencyId! : null,
    alike: given.alike === 'add' ? 'add' : 'skip',
    styles: readStyles(given.styles ?? ''),
    digest: given.digest ?? '',
  };
}

const known: Style[] = ['decimal-comma', 'decimal-point', 'day-first', 'month-first'];

function readStyles(text: string): Record<string, Style> {
  try {
    const read = JSON.parse(text || '{}') as Record<string, Style>;
    return Object.fromEntries(Object.entries(read).filter(([, style]) => known.includes(style)));
  } catch {
    throw invalid('Câu trả lời về cách viết số không đọc được: hãy tải lại trang rồi chọn lại.');
  }
}

type Planned = { plan: ImportPlan; sheet: FoundSheet; digest: string; nameOf: (id: string) => string };
type Room = { tx: Tx; house: House; viewer: Viewer; register: Register };

/** Reads the sheets against the register of now. @throws Problem 422 when no sheet has headings that are known */
async function planOf({ tx, house, viewer, register }: Room, grids: Grid[], form: Form): Promise<Planned> {
  const sheet = findSheet(
    grids,
    bookColumns(register, { withSealed: true, withFiles: false }),
    register.title,
  );
  if (!sheet)
    throw invalid(
      `Không thấy hàng tiêu đề của sổ này: tệp cần cột “${register.fields[register.title]!.said[0]}” và các cột như trong tệp mẫu.`,
    );
  const targets = new Set<Target>([
    'agency',
    ...sheet.columns.flatMap(({ is }) =>
      is && typeof is === 'object' ? (register.fields[is.field]!.refersTo ?? []) : [],
    ),
  ]);
  const { find, nameOf } = await finderOf(
    tx,
    new Set([...targets].filter((target) => mayName(viewer, target))),
  );
  const write = policyOf(register.may.import);
  const keyAt = sheet.columns.find(({ is }) => is === 'key')?.at;
  const keys =
    keyAt === undefined
      ? []
      : sheet.grid.rows.slice(sheet.firstRow).map((row) => String(row[keyAt] ?? '').trim());
  const own = viewer.memberships
    .map(({ agencyId }) => agencyId)
    .find((agencyId) => write.allows(viewer, { agencyId }));
  const plan = planImport(sheet, {
    register,
    find,
    styles: form.styles,
    alike: form.alike,
    agencyId: form.agencyId ?? own ?? null,
    mayWriteFor: (agencyId) => write.allows(viewer, { agencyId }),
    known: await rowsOfKeys(tx, register, keys),
    standing: await standingKeys(tx, register),
    today: officeDay(house.now()),
    thresholds: await thresholdsOf(tx, register),
  });
  return { plan, sheet, digest: digestOf(form.file, plan), nameOf };
}

/** Rows of a register are found by their titles by who may read all of them. */
const mayName = (viewer: Viewer, target: Target): boolean =>
  !target.startsWith('register:') || reachOf(getRegister(target.slice(9)).may.read, viewer) === 'all';

const digestOf = (file: Buffer, { fresh, changed, errorCount }: ImportPlan): string =>
  createHash('sha256')
    .update(file)
    .update(
      JSON.stringify([
        fresh.map(({ row, agencyId }) => [row, agencyId]),
        changed.map(({ row, known: one }) => [row, one?.revision]),
        errorCount,
      ]),
    )
    .digest('hex');

const PREVIEW = 20;

const present = (register: Register, { plan, sheet, digest, nameOf }: Planned): contract.BookPlan => ({
  sheet: sheet.grid.name,
  columns: sheet.columns.map(({ heading, is }) => ({
    heading,
    field: is === null ? null : typeof is === 'string' ? is : is.field,
  })),
  fresh: plan.fresh.length,
  changed: plan.changed.length,
  same: plan.same,
  alike: plan.alike,
  errors: plan.errors,
  errorCount: plan.errorCount,
  warnings: plan.warnings,
  questions: plan.questions,
  preview: [...plan.changed, ...plan.fresh].slice(0, PREVIEW).map(({ row, values }) => ({
    row,
    title: String(values[register.title]),
    shown: showValues(
      register,
      { values, names: new Proxy({}, { get: (_, id) => nameOf(String(id)) }) },
      register.list,
      'vi',
    ),
  })),
  digest,
});
