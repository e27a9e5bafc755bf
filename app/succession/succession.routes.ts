import { randomUUID } from 'node:crypto';
import { findPerson } from '#app/accounts/index.ts';
import {
  agencyKinds,
  type DatedAgency,
  deleteSuccessionLinks,
  findNameHolder,
  insertSuccessionLinks,
  listDatedAgencies,
  lockRegister,
  putInForce,
} from '#app/agencies/index.ts';
import { findDocument } from '#app/documents/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { undoing } from './apply-moves.ts';
import { carryOut } from './carry-out.ts';
import type { Change, Target } from './change.ts';
import type { Move } from './holdings.ts';
import { changeOf, namesFor, prepare } from './prepare.ts';
import { proposalsFor } from './proposals.ts';
import * as contract from './succession.contract.ts';
import { mayChangeOrganisation, maySeeChanges } from './succession.policy.ts';
import {
  type Drafted,
  discardDraft,
  getSuccession,
  insertSuccession,
  keepApplied,
  keepUndone,
  listMoves,
  listSuccessions,
  type Succession,
  updateDraft,
} from './succession.store.ts';
import { tellApplied, tellUndone } from './tell.ts';
import { hindranceToUndo } from './undo.ts';

/** Merging, splitting, renaming, dissolving agencies: drafted, looked at, applied, undone. */
export function successionRoutes(web: Web, house: House): void {
  mount(web, house, contract.listSuccessions, async ({ tx, viewer }) => {
    requirePolicy(maySeeChanges, viewer, undefined);
    const [changes, register] = [await listSuccessions(tx), await listDatedAgencies(tx)];
    const taken = changes.filter((one) => one.state !== 'undone').flatMap((one) => one.proposal ?? []);
    return {
      changes: changes.map((one) => head(one, register)),
      proposals: proposalsFor(register, new Set(taken)),
      mayChange: mayChangeOrganisation.allows(viewer),
    };
  });
  mount(web, house, contract.showSuccession, async ({ params, tx, viewer }) => {
    requirePolicy(maySeeChanges, viewer, undefined);
    return show(tx, await getSuccession(tx, params.id), viewer, officeDay(house.now()));
  });
  draftRoutes(web, house);
  mount(web, house, contract.applySuccession, async ({ params, body, tx, viewer }) => {
    requirePolicy(mayChangeOrganisation, viewer, undefined);
    return apply(tx, house, viewer, await getSuccession(tx, params.id, { forUpdate: true }), body);
  });
  mount(web, house, contract.undoSuccession, async ({ params, body, tx, viewer }) => {
    requirePolicy(mayChangeOrganisation, viewer, undefined);
    return undo(tx, house, viewer, await getSuccession(tx, params.id, { forUpdate: true }), body.reason);
  });
}

function draftRoutes(web: Web, house: House): void {
  mount(web, house, contract.draftSuccession, async ({ body, tx, viewer }) => {
    requirePolicy(mayChangeOrganisation, viewer, undefined);
    const draft = await draftOf(tx, body);
    const id = await insertSuccession(tx, draft, viewer.personId, house.now());
    await tell(tx, house, viewer, id, 'succession.drafted', {
      kind: draft.kind,
      on: draft.on,
      basis: draft.basis,
    });
    return { id };
  });
  mount(web, house, contract.changeSuccession, async ({ params, body, tx, viewer }) => {
    requirePolicy(mayChangeOrganisation, viewer, undefined);
    const now = await getDraft(tx, params.id);
    const draft = await draftOf(tx, body);
    await updateDraft(tx, now.id, { ...draft, plan: { ...draft.plan, choices: now.plan.choices } });
    await tell(tx, house, viewer, now.id, 'succession.changed', {
      kind: draft.kind,
      on: draft.on,
      basis: draft.basis,
    });
    return { id: now.id };
  });
  mount(web, house, contract.chooseSuccessor, async ({ params, body, tx, viewer }) => {
    requirePolicy(mayChangeOrganisation, viewer, undefined);
    const now = await getDraft(tx, params.id);
    const choices = { ...now.plan.choices, ...body.choices };
    await updateDraft(tx, now.id, { ...now, plan: { ...now.plan, choices } });
    return { ok: true as const };
  });
  mount(web, house, contract.discardSuccession, async ({ params, tx, viewer }) => {
    requirePolicy(mayChangeOrganisation, viewer, undefined);
    const now = await getDraft(tx, params.id);
    await discardDraft(tx, now.id);
    await tell(tx, house, viewer, now.id, 'succession.discarded', { on: now.on });
    return { ok: true as const };
  });
}

/** @throws Problem 409 when it is a draft no more */
async function getDraft(tx: Tx, id: string): Promise<Succession> {
  const found = await getSuccession(tx, id, { forUpdate: true });
  if (found.state !== 'draft') throw conflict('Thay đổi này không còn là bản nháp: tải lại trang để xem.');
  return found;
}

type Given = Parameters<typeof contract.draftSuccession.body.parse>[0] &
  ReturnType<typeof contract.draftSuccession.body.parse>;

/** @throws Problem 422 when it does not say whom, to whom, or how the new one is called */
async function draftOf(tx: Tx, given: Given): Promise<Drafted> {
  const { from, to, newName, on, ...rest } = given;
  const register = await listDatedAgencies(tx);
  const wrong = (path: string, message: string) => invalid(message, [{ path, message }]);
  for (const id of from)
    if (!register.some((agency) => agency.id === id))
      throw wrong('from', 'Có cơ quan không còn trong danh mục: hãy chọn lại.');
  if (rest.documentId && !(await findDocument(tx, rest.documentId)))
    throw wrong('documentId', 'Không tìm thấy văn bản căn cứ: hãy chọn lại.');
  const targets: Target[] = [];
  for (const one of to) targets.push(await targetOf(tx, register, one, from));
  const fault = faultOf(rest.kind, from, targets, newName);
  if (fault) throw wrong(...fault);
  if (newName && rest.kind === 'rename') await refuseTaken(tx, newName, from);
  return {
    ...rest,
    on,
    plan: { from, to: targets, newName: rest.kind === 'rename' ? newName : null, choices: {} },
  };
}

async function targetOf(
  tx: Tx,
  register: readonly DatedAgency[],
  given: Given['to'][number],
  from: readonly string[],
): Promise<Target> {
  const wrong = (message: string) => invalid(message, [{ path: 'to', message }]);
  const known = register.find((agency) => agency.id === given.id);
  if (known && !given.isNew)
    return { id: known.id, isNew: false, name: known.name, kind: known.kind, names: [], field: given.field };
  if (!given.isNew) throw wrong('Cơ quan kế thừa không có trong danh mục: hãy chọn lại.');
  if (given.name.length < 2 || !agencyKinds.some(({ kind }) => kind === given.kind))
    throw wrong('Cơ quan mới cần tên đầy đủ và loại: hãy điền rồi gửi lại.');
  for (const name of [given.name, ...given.names]) await refuseTaken(tx, name, from);
  return { ...given, id: given.id ?? randomUUID() };
}

/** A body that ends may leave its name to the one that comes after. @throws Problem 409 */
async function refuseTaken(tx: Tx, name: string, from: readonly string[]): Promise<void> {
  const holder = await findNameHolder(tx, name);
  if (holder && !from.includes(holder.id))
    throw conflict(`“${name}” đã là tên gọi của ${holder.name}: hãy chọn cơ quan đó hoặc dùng tên khác.`, {
      agencyId: holder.id,
    });
}

function faultOf(
  kind: Change['kind'],
  from: readonly string[],
  to: readonly Target[],
  newName: string | null,
): [string, string] | null {
  const stays = to.some((target) => from.includes(target.id));
  if (kind === 'rename' && from.length !== 1)
    return ['from', 'Đổi tên chỉ làm với một cơ quan: hãy chọn một cơ quan.'];
  if (kind === 'rename' && newName !== null && newName.length < 2)
    return ['newName', 'Cần tên mới: hãy điền tên đầy đủ.'];
  if ((kind === 'split' || kind === 'transfer') && from.length !== 1)
    return ['from', 'Mỗi lần chỉ chia tách hoặc chuyển lĩnh vực của một cơ quan: hãy chọn một cơ quan.'];
  if ((kind === 'merge' || kind === 'transfer') && !to.length)
    return ['to', 'Chưa có cơ quan kế thừa: hãy chọn hoặc thêm mới.'];
  if (kind === 'split' && to.length < 2)
    return ['to', 'Chia tách cần ít nhất hai cơ quan sau chia tách: hãy chọn thêm.'];
  if (kind === 'merge' && from.every((id) => to.some((target) => target.id === id)))
    return ['to', 'Sáp nhập cần ít nhất một cơ quan kết thúc: hãy chọn lại.'];
  if ((kind === 'transfer' || kind === 'dissolve') && stays)
    return ['to', 'Cơ quan nhận phải khác cơ quan giao: hãy chọn lại.'];
  if (new Set(to.map((target) => target.id)).size < to.length)
    return ['to', 'Một cơ quan kế thừa được chọn hai lần: hãy bỏ bớt.'];
  return null;
}

async function apply(
  tx: Tx,
  house: House,
  viewer: Viewer,
  succession: Succession,
  given: { fingerprint: string; confirmed: boolean },
): Promise<{ moved: number }> {
  if (succession.state !== 'draft')
    throw conflict('Thay đổi này đã được áp dụng hoặc đã bỏ: tải lại trang để xem.');
  await lockRegister(tx);
  const ready = await prepare(tx, succession, officeDay(house.now()));
  if (ready.hindrance) throw conflict(ready.hindrance);
  if (succession.mark === 'to-confirm' && !given.confirmed)
    throw invalid(
      'Thay đổi này còn chờ xác nhận: hãy đối chiếu với văn bản căn cứ rồi đánh dấu đã đối chiếu.',
      [{ path: 'confirmed', message: 'Hãy đối chiếu với văn bản căn cứ.' }],
    );
  if (given.fingerprint !== ready.fingerprint)
    throw conflict('Có việc vừa thay đổi từ lúc bạn xem: hãy xem lại bảng dưới đây rồi bấm áp dụng.', {
      stale: true,
    });
  const how = {
    successionId: succession.id,
    on: succession.on,
    isUndo: false,
    by: viewer.personId,
    at: house.now(),
    basis: succession.basis,
    names: ready.names,
  };
  await carryOut(tx, how, ready.moves);
  await insertSuccessionLinks(tx, succession.id, linksOf(succession, ready.change));
  await putInForce(tx, officeDay(house.now()));
  const { sums, rowSums, stays } = ready;
  await keepApplied(
    tx,
    {
      ...succession,
      mark: given.confirmed ? 'verified' : succession.mark,
      plan: { ...succession.plan, sums, rowSums, stays },
    },
    ready.moves,
    how,
  );
  const told = { ...how, change: ready.change };
  await tellApplied(tx, told, ready.moves);
  await tell(tx, house, viewer, succession.id, 'succession.applied', {
    on: succession.on,
    basis: succession.basis,
    moved: ready.moves.length,
  });
  return { moved: ready.moves.length };
}

const linksOf = ({ kind, on, basis }: Succession, { from, to }: Change) =>
  from.flatMap((fromId) =>
    to
      .filter((target) => target.id !== fromId)
      .map((target) => ({ fromId, toId: target.id, kind, on, share: target.field || null, basis })),
  );

async function undo(
  tx: Tx,
  house: House,
  viewer: Viewer,
  succession: Succession,
  reason: string,
): Promise<{ restored: number }> {
  if (succession.state !== 'applied')
    throw conflict('Thay đổi này chưa áp dụng hoặc đã hoàn tác: tải lại trang để xem.');
  await lockRegister(tx);
  const moves = await listMoves(tx, succession.id);
  const hindrance = await hindranceToUndo(tx, succession, moves);
  if (hindrance) throw conflict(hindrance);
  const change = changeOf(succession);
  const names = namesFor(await listDatedAgencies(tx), change);
  const how = {
    successionId: succession.id,
    on: succession.on,
    isUndo: true,
    by: viewer.personId,
    at: house.now(),
    basis: succession.basis,
    names,
  };
  await deleteSuccessionLinks(tx, succession.id);
  await carryOut(tx, how, undoing(moves));
  await putInForce(tx, officeDay(house.now()));
  await keepUndone(tx, succession.id, { by: viewer.personId, at: house.now(), reason });
  await tellUndone(tx, { ...how, change }, moves, reason);
  await tell(tx, house, viewer, succession.id, 'succession.undone', {
    on: succession.on,
    reason,
    restored: moves.length,
  });
  return { restored: moves.length };
}

const tell = (
  tx: Tx,
  house: House,
  viewer: Viewer,
  subjectId: string,
  kind: string,
  payload: Record<string, unknown>,
) =>
  appendEvent(tx, house.now(), {
    subjectKind: 'succession',
    subjectId,
    kind,
    actorId: viewer.personId,
    payload,
  });

function head(succession: Succession, register: readonly DatedAgency[]) {
  const {
    plan,
    proposal: _proposal,
    appliedAt: _at,
    appliedBy: _by,
    undoneAt: _ua,
    undoneBy: _ub,
    undoReason: _ur,
    ...rest
  } = succession;
  const names = namesFor(register, changeOf(succession));
  return {
    ...rest,
    from: plan.from.map((id) => ({ id, name: names.get(id) ?? '' })),
    to: plan.to.map((target) => ({ ...target, name: names.get(target.id) ?? target.name })),
    newName: plan.newName,
  };
}

async function show(tx: Tx, succession: Succession, viewer: Viewer, today: string) {
  const register = await listDatedAgencies(tx);
  const isDraft = succession.state === 'draft';
  const ready = await prepare(tx, succession, today);
  const moves = isDraft ? ready.moves : await listMoves(tx, succession.id);
  const document = succession.documentId ? await findDocument(tx, succession.documentId) : undefined;
  const nameOf = async (id: string | null) => (id ? ((await findPerson(tx, id))?.name ?? null) : null);
  return {
    ...head(succession, register),
    documentSymbol: document?.symbol ?? null,
    moves: shownMoves(moves),
    choices: isDraft ? ready.choices : [],
    stays: isDraft ? ready.stays : (succession.plan.stays ?? []),
    sums: isDraft ? ready.sums : (succession.plan.sums ?? ready.sums),
    rowSums: isDraft ? ready.rowSums : (succession.plan.rowSums ?? []),
    names: Object.fromEntries(ready.names),
    fingerprint: ready.fingerprint,
    mayChange: mayChangeOrganisation.allows(viewer),
    hindrance: isDraft
      ? ready.hindrance
      : succession.state === 'applied'
        ? await hindranceToUndo(tx, succession, moves)
        : null,
    appliedAt: succession.appliedAt?.toISOString() ?? null,
    appliedBy: await nameOf(succession.appliedBy),
    undoneAt: succession.undoneAt?.toISOString() ?? null,
    undoneBy: await nameOf(succession.undoneBy),
    undoReason: succession.undoReason,
  };
}

/** Of each register so many rows are named; how many there are in all is told by the sums. */
const NAMED_ROWS = 200;

function shownMoves(moves: readonly Move[]): Move[] {
  const named = new Map<unknown, number>();
  return moves.map(shownMove).filter(({ what, before }) => {
    if (what !== 'row') return true;
    const many = (named.get(before?.register) ?? 0) + 1;
    named.set(before?.register, many);
    return many <= NAMED_ROWS;
  });
}

/** What an agency is still writing is nobody else's to read: only how much of it moves is told. */
function shownMove(move: Move): Move {
  if (move.what !== 'writing') return move;
  const size = (row: Move['after']) => {
    const content = row?.content as { paragraphs: unknown[] } | null | undefined;
    return { paragraphs: content?.paragraphs.length ?? 0 };
  };
  return { ...move, before: size(move.before), after: size(move.after) };
}
