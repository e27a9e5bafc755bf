import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid } from '#app/platform/problem.ts';
import type { Row } from '#libraries/register/index.ts';
import { findAchievements } from '../awards/achievement.routes.ts';
import { takeIn } from '../awards/take-achievements.ts';
import { award } from '../declared/award.ts';
import { getRegister } from '../find-register.ts';
import { policyOf } from '../register.policy.ts';
import { getRow } from '../row.store.ts';
import type { Saving } from '../save-row.ts';
import { beginRow } from './beginning.contract.ts';
import { takenBy } from './beginnings.ts';

/** What a new row takes from another register; nothing is written before the person saves it. */
export function beginningRoutes(web: Web, house: House): void {
  mount(web, house, beginRow, async ({ params, query, viewer, tx }) => {
    const [register, from] = [getRegister(params.register), getRegister(query.from)];
    const take = takenBy(register, from.name);
    if (!take) throw invalid('Dòng của sổ này không lập từ sổ kia: hãy thêm dòng mới và tự điền.');
    const row = await getRow(tx, from, query.id);
    requirePolicy(policyOf(from.may.read), viewer, row);
    const title = String(row.values[from.title]);
    const taken = take({ ...row.values, id: row.id });
    const own = register === award ? await achieved({ tx, house, viewer, register }, taken) : null;
    return { title, values: { ...taken, ...own?.values }, names: { [row.id]: title, ...own?.names } };
  });
}

/** What the candidate did, told and linked. */
async function achieved(
  looking: Saving,
  values: Row,
): Promise<{ values: Row; names: Record<string, string> }> {
  const found = (await findAchievements(looking, { id: null, values })).filter(({ isTold }) => !isTold);
  return {
    values: takeIn(values, found),
    names: Object.fromEntries(found.map(({ id, title }) => [id, title])),
  };
}
