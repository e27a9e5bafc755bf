import { allGiven } from '#app/agencies/changed.ts';
import type { DatedAgency } from '#app/agencies/dated-register.ts';
import { insertDated, putName, putParent, settle, updateFacts } from '#app/agencies/record/record.store.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { BookChange } from './desk.ts';
import type { BookPlan } from './plan-book.ts';

type By = { at: Date; actorId: string; newId: () => string };

/** Writes a plan without errors and tells each change on its agency, all in one transaction. */
export async function applyPlan(tx: Tx, plan: BookPlan, by: By): Promise<void> {
  const ids = new Map<string, string>();
  const idOf = (id: string): string => {
    if (!id.startsWith('new:')) return id;
    if (!ids.has(id)) ids.set(id, by.newId());
    return ids.get(id)!;
  };
  const after = new Map(plan.after.map((agency) => [agency.id, agency]));
  // Rows of one agency may pass through a moment in which two names hold; `settle` asks again at the end.
  await settle(tx, 'later');
  await insertDated(
    tx,
    plan.changes.filter(({ what }) => what === 'new-agency').map((change) => newAgency(change, after, idOf)),
  );
  // A place below another agency is written when all agencies are there.
  for (const change of [...plan.changes].sort((a, b) => rank(a) - rank(b)))
    await applyChange(tx, change, after.get(change.agencyId)!, idOf, by);
  await settle(tx, 'now');
}

const rank = ({ what }: BookChange): number => ['new-agency', 'facts', 'name', 'parent'].indexOf(what);

function newAgency(
  { agencyId }: BookChange,
  after: ReadonlyMap<string, DatedAgency>,
  idOf: (id: string) => string,
) {
  const { isInForce: _, names, parents: __, ...facts } = after.get(agencyId)!;
  const full = names.find(({ id }) => id === `${agencyId}:full`)!;
  return { facts: { ...facts, id: idOf(agencyId) }, full: { ...full, id: idOf(full.id) } };
}

async function applyChange(
  tx: Tx,
  change: BookChange,
  agency: DatedAgency,
  idOf: (id: string) => string,
  { at, actorId }: By,
): Promise<void> {
  const id = idOf(change.agencyId);
  const tell = (kind: string, payload: Record<string, unknown>) =>
    appendEvent(tx, at, { subjectKind: 'agency', subjectId: id, kind, actorId, payload });
  if (change.what === 'new-agency') {
    const { id: _, isInForce: __, names: ___, parents: ____, ...facts } = agency;
    await tell('agency.created', {
      name: agency.name,
      kind: agency.kind,
      changed: allGiven(facts),
      by: 'excel',
    });
  } else if (change.what === 'facts') {
    // A new agency was written, and told, with all its facts.
    if (change.agencyId.startsWith('new:')) return;
    await updateFacts(tx, id, factsOf(change));
    await tell('agency.changed', { changed: change.changed, by: 'excel' });
  } else if (change.what === 'name') {
    const name = agency.names.find(({ id: row }) => row === change.rowId)!;
    await putName(tx, id, { ...name, id: idOf(name.id) });
    const payload = {
      rowId: idOf(name.id),
      name: name.name,
      kind: name.kind,
      changed: change.changed,
      by: 'excel',
    };
    await tell(change.isNew ? 'agency.name-added' : 'agency.name-changed', payload);
  } else {
    const link = agency.parents.find(({ id: row }) => row === change.rowId)!;
    const own = { ...link, id: idOf(link.id), agencyId: id, parentId: idOf(link.parentId) };
    await putParent(tx, own);
    const payload = {
      rowId: own.id,
      hierarchy: own.hierarchy,
      parent: change.parent,
    };
    const changed = { ...change.changed, ...(change.isNew ? { parentId: [null, own.parentId] } : {}) };
    await tell(change.isNew ? 'agency.parent-added' : 'agency.parent-changed', {
      ...payload,
      changed,
      by: 'excel',
    });
  }
}

const factsOf = ({ changed }: Extract<BookChange, { what: 'facts' }>) =>
  Object.fromEntries(Object.entries(changed).map(([field, [, value]]) => [field, value]));
