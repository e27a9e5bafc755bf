import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { noteSecretRefusal } from '#app/documents/index.ts';
import type { Decision } from '#app/duties/index.ts';
import { dropFile, type HeldFile, receiveForm } from '#app/files/index.ts';
import { IntakeRefusal } from '#app/intake/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mountLong, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { applyTracker } from './apply-tracker.ts';
import { planTracker, readSheets, type TrackerPlan } from './plan-tracker.ts';
import { cellText, type Grid } from './sheet-grid.ts';
import * as contract from './tracker.contract.ts';
import { mayImportTracker } from './tracker.policy.ts';
import { isCounting } from './tracker-rows.ts';

/** Trackers that offices keep in Excel: looked at first, then all of it or nothing. */
export function trackerRoutes(web: Web, house: House): void {
  mountLong(web, house, contract.tryTracker, async ({ request, viewer }) => {
    requirePolicy(mayImportTracker, viewer, undefined);
    const form = await receive(house, request);
    const grids = await sheetsOf(house, viewer, form.bytes);
    const today = officeDay(house.now());
    return inTenant(house.db, viewer.tenantId, async (tx) =>
      present(await planTracker(tx, grids, { ...form, today })),
    );
  });
  mountLong(web, house, contract.importTracker, async ({ request, viewer }) => {
    requirePolicy(mayImportTracker, viewer, undefined);
    const form = await receive(house, request);
    const grids = await sheetsOf(house, viewer, form.bytes);
    const stored = await house.files.put(Readable.from([form.bytes]));
    const at = house.now();
    return inTenant(house.db, viewer.tenantId, async (tx) => {
      const plan = await planTracker(tx, grids, { ...form, today: officeDay(at) });
      if (plan.digest !== form.digest)
        throw conflict('Các nhiệm vụ đã thay đổi từ lúc xem thử: hãy xem lại các dòng rồi xác nhận.');
      const file = { ...stored, name: form.name, mediaType: form.mediaType };
      return applyTracker(tx, house, viewer, plan, { at, actorId: viewer.personId, file, ...form });
    });
  });
}

async function sheetsOf(house: House, viewer: Viewer, bytes: Buffer): Promise<Grid[]> {
  try {
    return await readSheets(bytes);
  } catch (error) {
    if (!(error instanceof IntakeRefusal)) throw error;
    await inTenant(house.db, viewer.tenantId, (tx) => noteSecretRefusal(tx, viewer.personId, house.now()));
    throw new Problem(422, error.code, error.message);
  }
}

type Form = {
  bytes: Buffer;
  name: string;
  mediaType: string;
  mapping: contract.TrackerMapping | null;
  documentId: string | null;
  choices: contract.RowChoice[];
  carried: contract.Carry[];
  decisions: Decision[];
  digest: string;
};

async function receive(house: House, request: FastifyRequest): Promise<Form> {
  if (!request.isMultipart()) throw invalid('Hãy gửi bảng theo dõi bằng biểu mẫu có tệp đính kèm.');
  const fields = new Map<string, string>();
  let held: HeldFile | null = null;
  let bytes: Buffer | null = null;
  try {
    for await (const part of receiveForm(request, house, 'document', { files: 1 })) {
      if ('file' in part) held = part.file;
      else fields.set(part.field, part.value);
    }
    bytes = held ? await house.uploads.read(held.id) : null;
  } finally {
    if (held) await dropFile(house, held);
  }
  if (!held || !bytes?.length)
    throw invalid('Chưa có tệp Excel: hãy chọn một tệp .xlsx.', [
      { path: 'file', message: 'Hãy chọn một tệp .xlsx.' },
    ]);
  const { name, mediaType } = held;
  return {
    bytes,
    name,
    mediaType,
    mapping: parse(contract.mappingShape.nullable(), fields.get('mapping'), null),
    documentId: fields.get('documentId') || null,
    choices: parse(contract.choiceShape.array(), fields.get('choices'), []),
    carried: parse(contract.carryShape.array(), fields.get('carried'), []),
    decisions: parse(contract.decisionShape.array(), fields.get('decisions'), []),
    digest: fields.get('digest') ?? '',
  };
}

type Shape<T> = { safeParse: (value: unknown) => { success: true; data: T } | { success: false } };

function parse<T>(shape: Shape<T>, text: string | undefined, absent: T): T {
  if (!text) return absent;
  const wrong = invalid(
    'Phần chọn cột hoặc chọn cơ quan gửi kèm không đọc được: hãy tải lại trang rồi làm lại.',
  );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong;
  }
  const read = shape.safeParse(value);
  if (!read.success) throw wrong;
  return read.data;
}

function present(plan: TrackerPlan): contract.TrackerPlanShown {
  const grid = plan.grids[plan.mapping.sheet]!;
  return {
    sheets: plan.grids.map(({ name }) => name),
    mapping: plan.mapping,
    columns: plan.heading.columns.map(({ index, letter, heading, field }) => ({
      letter,
      heading,
      field,
      sample: sampleOf(grid, plan.heading.last, index),
    })),
    rows: plan.rows.map((row) => ({
      row: row.row,
      kind: row.kind,
      path: row.path,
      text: row.text,
      holders: row.holders,
      coordinators: row.coordinators,
      deadline: row.deadline,
      progress: row.said && {
        words: row.said.words,
        said: row.said.said,
        doneOn: row.said.doneOn,
        writable: row.writable,
      },
      match: row.match && {
        ...row.match,
        agencies: row.match.parts.filter(({ role }) => role === 'holder').map(({ agency }) => agency),
      },
      changes: row.changes,
      errors: row.errors,
    })),
    names: plan.names,
    agencies: plan.agencies,
    digest: plan.digest,
  };
}

const sampleOf = (grid: Grid, from: number, column: number): string => {
  const isSaid = (row: Grid['rows'][number]) => !isCounting(row) && cellText(row[column] ?? null) !== '';
  const cell = grid.rows.slice(from).find((row) => isSaid(row) && new Set(row.map(cellText)).size > 2)?.[
    column
  ];
  return cell === undefined ? '' : cellText(cell).slice(0, 120);
};
