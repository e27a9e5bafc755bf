import { tellPart } from '#app/duties/index.ts';
import { inSavepoint } from '#app/platform/database.ts';
import { Problem } from '#app/platform/problem.ts';
import type { Transition } from '#libraries/register/index.ts';
import { publicTitle } from './public-title.ts';
import type { StoredRow } from './row.store.ts';
import type { Saving } from './save-row.ts';

/**
 * Says to the duties that a row is linked to what happened to it: an entry of progress with the way here, and done
 * where the declaration says so. A duty that cannot take it (its product is missing) stays as it is. Returns how many took it.
 */
export async function tellDuties(
  { tx, house, viewer, register }: Saving,
  row: StoredRow,
  { tells }: Transition,
): Promise<number> {
  const dutyIds = Object.entries(register.fields)
    .filter(([, { refersTo }]) => refersTo === 'duty')
    .flatMap(([name, field]) =>
      (row.values[name] ?? null) === null ? [] : field.pointsAt(row.values[name]),
    );
  const title = publicTitle(register, String(row.values[register.title] ?? ''));
  let told = 0;
  for (const dutyId of new Set(dutyIds)) {
    const entry = {
      dutyId,
      agencyId: row.agencyId,
      note: `${title}: ${tells!.said[0]}. Theo sổ ${register.said[0]}.`,
      link: `${house.origin}${pageOfRow(register.name, row.id)}`,
      isDone: tells!.duty === 'done',
    };
    try {
      if (await inSavepoint(tx, () => tellPart(tx, house, viewer, entry))) told += 1;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  return told;
}

export const pageOfRow = (register: string, id: string): string => `/registers/${register}/${id}`;
