import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { getRegister } from '../find-register.ts';
import { mayMerge } from '../register.policy.ts';
import { getRow } from '../row.store.ts';
import { showValues } from '../show-row.ts';
import * as contract from './likeness.contract.ts';
import { countOpen, decide, listPairs } from './likeness.store.ts';
import { mergeRows, partRow } from './merge-rows.ts';

/** Rows that may be the same thing, entered by two agencies. */
export function likenessRoutes(web: Web, house: House): void {
  mount(web, house, contract.listAlike, async ({ params, query, viewer, tx }) => {
    requirePolicy(mayMerge, viewer, undefined);
    const register = getRegister(params.register);
    const fields = Object.keys(register.fields);
    const show = async (id: string) => {
      const row = await getRow(tx, register, id);
      const title = String(row.values[register.title]);
      return {
        id,
        title,
        agencyName: row.agencyName,
        shown: showValues(register, row, fields, query.language),
      };
    };
    const pairs = [];
    for (const { rowId, otherId, alike } of await listPairs(tx, register))
      pairs.push({ row: await show(rowId), other: await show(otherId), alike });
    return { pairs };
  });
  mount(web, house, contract.keepApart, async ({ params, body, viewer, tx }) => {
    requirePolicy(mayMerge, viewer, undefined);
    const register = getRegister(params.register);
    const by = { at: house.now(), actorId: viewer.personId };
    await decide(tx, register.name, [body.rowId, body.otherId], 'different', by);
    return { left: await countOpen(tx, register.name) };
  });
  mount(web, house, contract.mergeRows, async ({ params, body, viewer, tx }) =>
    mergeRows({ tx, house, viewer, register: getRegister(params.register) }, body.keepId, body.otherId),
  );
  mount(web, house, contract.partRows, async ({ params, viewer, tx }) =>
    partRow({ tx, house, viewer, register: getRegister(params.register) }, params.id),
  );
}
