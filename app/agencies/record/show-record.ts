import type { z } from 'zod';
import { listStaff } from '#app/agencies/agency.store.ts';
import { nameOfKind } from '#app/agencies/agency.ts';
import { nameOn } from '#app/agencies/dated-name.ts';
import { listDatedAgencies } from '#app/agencies/dated-register.store.ts';
import { isWithin } from '#app/agencies/period.ts';
import type { Tx } from '#app/platform/database.ts';
import { notFound } from '#app/platform/problem.ts';
import type { showAgency } from './record.contract.ts';

/** An agency as it stood on a day, with its whole history. @throws Problem 404 */
export async function showRecord(
  tx: Tx,
  id: string,
  asOf: string | undefined,
  today: string,
  mayKeep: boolean,
): Promise<z.output<typeof showAgency.response>> {
  const register = await listDatedAgencies(tx);
  const agency = register.find((one) => one.id === id);
  if (!agency) throw notFound('cơ quan này');
  const day = asOf ?? today;
  const called = new Map(register.map((one) => [one.id, nameOn(one.names, day) ?? one.name]));
  const links = register.flatMap((one) => one.parents);
  const { isInForce: _, parents, ...facts } = agency;
  return {
    ...facts,
    nameThen: called.get(id)!,
    day,
    isToday: day === today,
    standsThen: isWithin(agency, day),
    kindName: nameOfKind(agency.kind),
    parents: parents.map(({ parentId, ...link }) => ({
      ...link,
      otherId: parentId,
      otherName: called.get(parentId) ?? '',
    })),
    units: links
      .filter((link) => link.parentId === id)
      .map(({ parentId: _, ...link }) => ({
        ...link,
        otherId: link.agencyId,
        otherName: called.get(link.agencyId) ?? '',
      }))
      .sort((a, b) => a.otherName.localeCompare(b.otherName, 'vi')),
    staff: await listStaff(tx, id),
    mayKeep,
  };
}
