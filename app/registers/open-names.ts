import type { Tx } from '#app/platform/database.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import type { Register, Row } from '#libraries/register/index.ts';
import { findRegister } from './find-register.ts';
import { isRestricted } from './public-title.ts';
import { isSome, reachOf } from './register.policy.ts';
import { titlesWithin } from './targets.store.ts';

/**
 * Puts the titles of restricted rows that these rows point at into their names, as far as the viewer may read them;
 * the store itself calls them by no more than `RESTRICTED`.
 */
export async function openNames<R extends { values: Row; names: Record<string, string> }>(
  tx: Tx,
  viewer: Viewer,
  register: Register,
  rows: readonly R[],
): Promise<readonly R[]> {
  for (const [name, field] of Object.entries(register.fields)) {
    const target = field.refersTo?.startsWith('register:') && findRegister(field.refersTo.slice(9));
    if (!target || !isRestricted(target)) continue;
    const reach = reachOf(target.may.read, viewer);
    const ids = rows.flatMap(({ values }) =>
      (values[name] ?? null) === null ? [] : field.pointsAt(values[name]),
    );
    if (!ids.length || !isSome(reach)) continue;
    const titles = await titlesWithin(tx, target, ids, reach);
    for (const { names } of rows) Object.assign(names, titles);
  }
  return rows;
}
