import { mayKeepRegister } from '#app/agencies/agency.policy.ts';
import type { Changed } from '#app/agencies/changed.ts';
import { listDatedAgencies } from '#app/agencies/dated-register.store.ts';
import type { DatedAgency } from '#app/agencies/dated-register.ts';
import { putInForce } from '#app/agencies/in-force.store.ts';
import { faultsOf, indexRegister } from '#app/agencies/register-faults.ts';
import { appendEvent } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { notFound, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { lockRegister } from './record.store.ts';

/** One change of one agency: how it will be, what the ledger is told, and what writes it. */
export type Change = {
  after: DatedAgency;
  kind: string;
  payload: Record<string, unknown>;
  changed: Changed;
  write: () => Promise<void>;
};

type By = { tx: Tx; house: House; viewer: Viewer };
type Plan = (agency: DatedAgency, nameOf: (id: string) => string | null) => Change;

/**
 * Makes one change of one agency: allowed, possible, written, told, in force. A change of nothing tells nothing.
 * @throws Problem 403, 404, or 409 with what the register cannot hold
 */
export async function keepAgency(
  tx: Tx,
  house: House,
  viewer: Viewer,
  id: string,
  plan: Plan,
): Promise<void> {
  const change = await changeAgency({ tx, house, viewer }, id, plan);
  if (!change) return;
  const { kind, payload, changed } = change;
  const event = { subjectKind: 'agency', subjectId: id, kind, actorId: viewer.personId };
  await appendEvent(tx, house.now(), { ...event, payload: { ...payload, changed } });
}

/** The same without the line in the ledger, for who writes one of its own; null when nothing changes. */
export async function changeAgency(
  { tx, house, viewer }: By,
  id: string,
  plan: Plan,
): Promise<Change | null> {
  requirePolicy(mayKeepRegister, viewer, undefined);
  await lockRegister(tx);
  const register = await listDatedAgencies(tx);
  const agency = register.find((one) => one.id === id);
  if (!agency) throw notFound('cơ quan này');
  const nameOf = (other: string) => register.find((one) => one.id === other)?.name ?? null;
  const change = plan(agency, nameOf);
  if (!Object.keys(change.changed).length) return null;
  refuseFaults(agency, change.after, register, change.payload.rowId);
  await change.write();
  await putInForce(tx, officeDay(house.now()));
  return change;
}

/** Faults that were there before do not hinder mending another; those of the row at hand are told first. */
function refuseFaults(
  before: DatedAgency,
  after: DatedAgency,
  register: readonly DatedAgency[],
  rowId: unknown,
): void {
  const known = new Set(faultsOf(before, indexRegister(register)).map(({ message }) => message));
  const index = indexRegister(register.map((one) => (one.id === after.id ? after : one)));
  const faults = faultsOf(after, index)
    .filter(({ message }) => !known.has(message))
    .sort((a, b) => Number(b.rowId === rowId) - Number(a.rowId === rowId));
  const errors = faults.map(({ field, message }) => ({ path: field, message }));
  if (faults[0]) throw new Problem(409, 'register', faults[0].message, { errors });
}
