import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { folded, type Row } from '#libraries/register/index.ts';
import { award } from '../declared/award.ts';
import { asSaid } from '../describe-register.ts';
import { getRegister } from '../find-register.ts';
import { policyOf } from '../register.policy.ts';
import { getRow, getRows, type StoredRow } from '../row.store.ts';
import { editRow, openRow, type Saving } from '../save-row.ts';
import { pageOfRow } from '../tell-duties.ts';
import { type Achievement, listAchievements, takeAchievements } from './achievement.contract.ts';
import { listNaming } from './achievement.store.ts';
import { type AchievementSource, achievementSources } from './achievement-sources.ts';
import { lineOf, takeIn } from './take-achievements.ts';

/** What a candidate for an award has done, out of the other registers. */
export function achievementRoutes(web: Web, house: House): void {
  mount(web, house, listAchievements, async ({ params, viewer, tx }) => {
    const row = await getRow(tx, award, params.id);
    requirePolicy(policyOf(award.may.read), viewer, row);
    const stands = !row.removedAt && !row.mergedInto;
    return {
      achievements: await findAchievements({ tx, house, viewer, register: award }, row),
      mayTake: stands && policyOf(award.may.write).allows(viewer, row),
    };
  });
  mount(web, house, takeAchievements, async ({ params, body, viewer, tx }) => {
    const saving = { tx, house, viewer, register: award };
    const row = await openRow(saving, params.id);
    const chosen = (await findAchievements(saving, row)).filter(
      ({ id, isTold }) => body.ids.includes(id) && !isTold,
    );
    // Even where nothing is new, whoever may not write is told so.
    await editRow(saving, row.id, { revision: body.revision, values: takeIn(row.values, chosen) });
    return { taken: chosen.length };
  });
}

/** Rows of the other registers in which the candidate or their organisation is named, as far as the viewer may read. */
export async function findAchievements(
  looking: Saving,
  row: { id: string | null; values: Row },
): Promise<Achievement[]> {
  const names = [row.values.candidate, row.values.organisation].filter(isTelling);
  const found: Achievement[] = [];
  if (!names.length) return found;
  for (const source of achievementSources) {
    const register = getRegister(source.register);
    const ids = (await listNaming(looking.tx, register, source, names)).filter((id) => id !== row.id);
    for (const one of await getRows(looking.tx, register, ids))
      if (policyOf(register.may.read).allows(looking.viewer, one))
        found.push(achievementOf(source, one, row.values));
  }
  return found.toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1));
}

/** A name of one short word would be found everywhere. */
const isTelling = (name: unknown): name is string =>
  typeof name === 'string' && (folded(name).includes(' ') || folded(name).length >= 6);

function achievementOf(source: AchievementSource, { id, values }: StoredRow, taking: Row): Achievement {
  const register = getRegister(source.register);
  const day = source.on ? (values[source.on] ?? null) : null;
  const worth = source.worth ? (values[source.worth] ?? null) : null;
  const told: Achievement = {
    register: register.name,
    said: asSaid(register.said),
    id,
    title: String(values[register.title]),
    on: typeof day === 'string' ? day : ((day as { from: string } | null)?.from ?? null),
    worth: worth === null ? null : register.fields[source.worth!]!.show(worth, () => '…', 'vi'),
    address: pageOfRow(register.name, id),
    isTold: false,
  };
  const linked = [source.into ? (taking[source.into] ?? []) : []].flat().includes(id);
  const merits = String(taking.merits ?? '').split('\n');
  return { ...told, isTold: linked || merits.includes(lineOf(told)) };
}
