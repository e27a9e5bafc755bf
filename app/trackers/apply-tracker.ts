import {
  type ConfirmedDuty,
  type DocumentRecord,
  getDocument,
  keepDocument,
  markPublished,
} from '#app/documents/index.ts';
import {
  changeDuty,
  countGiven,
  type Decision,
  decideNames,
  giveOut,
  listMentions,
  nameAgain,
  nextPosition,
  planPublication,
} from '#app/duties/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import type { Span } from '#libraries/document/index.ts';
import { carryRows } from './carry-rows.ts';
import type { PlannedRow, TrackerPlan } from './plan-tracker.ts';
import type { Carry, RowChoice } from './tracker.contract.ts';
import { trackerDocument } from './tracker-document.ts';

type Applying = {
  at: Date;
  actorId: string;
  file: { sha256: string; size: number; name: string; mediaType: string };
  documentId: string | null;
  choices: readonly RowChoice[];
  carried: readonly Carry[];
  decisions: readonly Decision[];
};

/** Writes what was shown and chosen, in the caller's transaction. @throws Problem 422 while a row needs a word of its reader */
export async function applyTracker(
  tx: Tx,
  house: House,
  viewer: Viewer,
  plan: TrackerPlan,
  applying: Applying,
) {
  const { at, actorId, file } = applying;
  const chosen = choose(plan.rows, applying.choices);
  const rowsAs = (as: RowChoice['as']) => plan.rows.filter((row) => chosen.get(row.row) === as);
  const fresh = rowsAs('new');
  const { documentId, dutyOf } = await giveNew(tx, plan, applying, fresh);
  for (const row of rowsAs('change')) {
    const match = row.match!;
    const day = row.deadline?.due;
    await changeDuty(tx, { at, actorId }, match.id, {
      text: row.changes.includes('text') ? row.text : match.text,
      deadlineWords: day ? row.deadline!.words : match.deadlineWords,
      deadlineKind: day ? row.deadline!.kind : null,
      dueOn: day ?? match.dueOn,
      dueSource: 'confirmed',
      because: `bảng theo dõi ${file.name}, dòng ${row.row}`,
    });
  }
  // The row stays bound to its duty, so that the tracker can be found from it; the same file sent again says nothing new.
  const linked = [];
  for (const row of rowsAs('same')) {
    const place = `bảng theo dõi ${file.name}, dòng ${row.row}`;
    const known = await listMentions(tx, row.match!.id);
    if (known.some((one) => one.place === place && one.words === row.text)) continue;
    linked.push(row);
    await nameAgain(
      tx,
      { at, actorId },
      {
        dutyId: row.match!.id,
        documentId,
        place,
        words: row.text,
      },
    );
  }
  const dutyOfRow = (row: PlannedRow) =>
    chosen.get(row.row) === 'skip' ? undefined : (dutyOf.get(row.row) ?? row.match?.id);
  const carried = await carryRows(tx, house, viewer, plan, { ...applying, dutyOfRow });
  return {
    made: fresh.length,
    changed: rowsAs('change').length,
    linked: linked.length,
    ...carried,
    skipped: rowsAs('skip').length,
    documentId,
  };
}

const usual = { new: 'new', same: 'same', changed: 'change', alike: null, error: 'skip' } as const;

function choose(rows: readonly PlannedRow[], choices: readonly RowChoice[]): Map<number, RowChoice['as']> {
  const said = new Map(choices.map(({ row, as }) => [row, as]));
  return new Map(
    rows.map((row) => {
      const as = row.kind === 'error' ? 'skip' : (said.get(row.row) ?? usual[row.kind]);
      if (!as)
        throw invalid(
          `Dòng ${row.row} giống một nhiệm vụ đã có: hãy chọn “Chính là việc này” hoặc “Việc khác” rồi xác nhận.`,
          [{ path: `rows.${row.row}`, message: 'Cần chọn.' }],
        );
      if (!row.match && as !== 'new' && as !== 'skip')
        throw invalid(`Dòng ${row.row} không có nhiệm vụ nào để gắn vào: hãy tải lại trang rồi chọn lại.`);
      return [row.row, as];
    }),
  );
}

/** New work goes under the chosen document where its words stand there, else under a document made of the rows. */
async function giveNew(
  tx: Tx,
  plan: TrackerPlan,
  applying: Applying,
  rows: PlannedRow[],
): Promise<{ documentId: string | null; dutyOf: Map<number, string> }> {
  const dutyOf = new Map<number, string>();
  if (!rows.length) return { documentId: null, dutyOf };
  const { at, actorId, decisions } = applying;
  const today = officeDay(at);
  const printing = { duties: rows.map((row) => ({ ...row, lead: true })), issuer: null };
  const decided = await decideNames(tx, printing, decisions, today);
  const target = applying.documentId ? await publishedTarget(tx, applying.documentId) : null;
  const placed = rows.map((row) => ({ row, span: target ? spanOf(target.text, row.text) : null }));
  const give = async (
    document: { id: string; issuedOn: string | null },
    given: { row: PlannedRow; span: Span }[],
  ) => {
    const first = await nextPosition(tx, document.id);
    const duties = given.map(({ row, span }, index) => asDuty(row, span, first + index));
    const accepted = new Set(rows.flatMap(({ deadline }) => deadline?.words ?? []));
    const planned = planPublication(duties, decided);
    const ids = await giveOut(tx, { at, actorId, document, accepted }, planned);
    for (const [index, { duty }] of planned.entries()) dutyOf.set(rowOf(duty), ids[index]!);
    return countGiven(planned);
  };
  const inTarget = placed.flatMap(({ row, span }) => (span ? [{ row, span }] : []));
  if (target && inTarget.length) await give({ ...target, issuedOn: plan.issuedOn }, inTarget);
  const others = placed.filter(({ span }) => !span).map(({ row }) => row);
  if (!others.length) return { documentId: null, dutyOf };
  const made = trackerDocument(applying.file.name, plan.issuedOn, others, actorId);
  const { id, known } = await keepDocument(tx, made, { file: applying.file, by: actorId, at });
  // The very same file was taken in before: its document is closed, these rows get one of their own.
  const documentId = known ? (await keepDocument(tx, made, { file: null, by: actorId, at })).id : id;
  await markPublished(tx, documentId, at);
  const spans = made.reading.duties.map(({ span }) => span);
  const counts = await give(
    { id: documentId, issuedOn: plan.issuedOn },
    others.map((row, index) => ({ row, span: spans[index]! })),
  );
  await appendEvent(tx, at, {
    subjectKind: 'document',
    subjectId: documentId,
    kind: 'document.published',
    actorId,
    payload: { symbol: null, ...counts },
  });
  return { documentId, dutyOf };
}

async function publishedTarget(tx: Tx, id: string): Promise<DocumentRecord> {
  const document = await getDocument(tx, id, { forUpdate: true });
  if (document.state !== 'published')
    throw conflict('Văn bản được chọn chưa công bố: hãy công bố văn bản đó trước, hoặc bỏ chọn.');
  return document;
}

/** Where the words of a row stand in a text, spacing aside; null where they do not. */
function spanOf(text: string, words: string): Span | null {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  const found = new RegExp(pattern, 'iu').exec(text);
  return found ? [found.index, found.index + found[0].length] : null;
}

const rowOf = ({ id }: { id: string }): number => Number(id.slice(1));

const asDuty = (row: PlannedRow, span: Span, position: number): ConfirmedDuty => ({
  id: `r${row.row}`,
  position,
  path: row.path,
  text: row.text,
  span,
  holders: row.holders,
  coordinators: row.coordinators,
  lead: true,
  request: false,
  deadline: row.deadline,
  reportTo: null,
  product: row.product || null,
  taskGroups: [],
  confirmed: true,
});
