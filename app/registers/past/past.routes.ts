import { listDatedAgencies, nameOn } from '#app/agencies/index.ts';
import { listEvents } from '#app/ledger/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import type { Language, Register } from '#libraries/register/index.ts';
import { getRegister } from '../find-register.ts';
import { policyOf } from '../register.policy.ts';
import { getRow, type StoredRow } from '../row.store.ts';
import { showValues } from '../show-row.ts';
import { existing } from '../targets.store.ts';
import { showRowAsOf } from './past.contract.ts';
import { type RowThen, rowBefore } from './row-before.ts';

/** Rows as they stood on a day that has passed, read off their history. */
export function pastRoutes(web: Web, house: House): void {
  mount(web, house, showRowAsOf, async ({ params, query, viewer, tx }) => {
    const register = getRegister(params.register);
    const now = await getRow(tx, register, params.id);
    requirePolicy(policyOf(register.may.read), viewer, now);
    const chain = await listEvents(tx, register.name, now.id);
    const isSince = ({ at }: { at: Date }) => officeDay(at) > params.day;
    const then = rowBefore(register, asThen(now), chain.filter(isSince).toReversed());
    const createdOn = officeDay(now.createdAt);
    if (!then || createdOn > params.day) return { row: null, createdOn };
    const steps = chain.filter(
      (line) => !isSince(line) && 'state' in ((line.payload.changed ?? {}) as object),
    );
    const shown = await shownThen(tx, register, now, then, query.language);
    const today = showValues(register, now, Object.keys(register.fields), query.language);
    const agency = (await listDatedAgencies(tx)).find(({ id }) => id === then.agencyId);
    return {
      createdOn,
      row: {
        title: String(then.values[register.title]),
        agencyName: (agency && nameOn(agency.names, params.day)) ?? agency?.name ?? '…',
        state: then.state,
        stateOn: steps.length ? officeDay(steps.at(-1)!.at) : createdOn,
        isRemoved: then.isRemoved,
        mergedInto: then.mergedInto,
        shown,
        sealed: [...then.sealed],
        differing: Object.keys(register.fields).filter((name) => shown[name] !== today[name]),
      },
    };
  });
}

const asThen = ({ agencyId, state, values, sealed, removedAt, mergedInto }: StoredRow): RowThen => ({
  agencyId,
  state,
  values,
  sealed: Object.keys(sealed),
  isRemoved: removedAt !== null,
  mergedInto,
});

/** In words; what the row pointed at then and does not now is asked for. */
async function shownThen(
  tx: Tx,
  register: Register,
  now: StoredRow,
  { values }: RowThen,
  language: Language,
): Promise<Record<string, string>> {
  const names = { ...now.names };
  for (const [name, { refersTo, pointsAt }] of Object.entries(register.fields)) {
    const value = values[name] ?? null;
    const unknown = refersTo && value !== null ? pointsAt(value).filter((id) => !(id in names)) : [];
    if (refersTo && unknown.length)
      Object.assign(names, Object.fromEntries(await existing(tx, refersTo, unknown)));
  }
  return showValues(register, { values, names }, Object.keys(register.fields), language);
}
