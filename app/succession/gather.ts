import { listAbsencesOf, listMembersOfAgencies } from '#app/accounts/index.ts';
import { type DatedAgency, listUnitsOf } from '#app/agencies/index.ts';
import { listOpenDifficultiesOf } from '#app/difficulties/index.ts';
import { listPartsOfAgencies } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { listRowsOfAgencies } from '#app/registers/index.ts';
import { listDefinitions, listReportsOfAgencies } from '#app/reports/index.ts';
import type { Holdings } from './holdings.ts';

/** A holding with when it last changed, for what only undoing asks. */
export type Gathered = Holdings & { changedAt: Map<string, Date> };

/** Everything that the agencies on either side of a change hold today. */
export async function gatherHoldings(
  tx: Tx,
  register: readonly DatedAgency[],
  agencyIds: readonly string[],
): Promise<Gathered> {
  const parts = await listPartsOfAgencies(tx, agencyIds);
  const units = agencyIds.length ? await listUnitsOf(tx, agencyIds) : [];
  const concerned = new Set([...agencyIds, ...units.map((unit) => unit.agencyId)]);
  return {
    agencies: register
      .filter((agency) => concerned.has(agency.id))
      .map(({ id, name, kind, validFrom, validTo, names }) => ({
        id,
        name,
        kind,
        validFrom,
        validTo,
        names,
      })),
    parts: parts.map(({ changedAt: _, ...part }) => part),
    reports: await listReportsOfAgencies(tx, agencyIds),
    people: agencyIds.length ? await listMembersOfAgencies(tx, agencyIds) : [],
    difficulties: await listOpenDifficultiesOf(tx, agencyIds),
    absences: await listAbsencesOf(tx, agencyIds),
    // Where units stand by themselves now: undoing compares them.
    units: [
      ...units,
      ...register.flatMap((agency) => agency.parents.filter((link) => isOther(units, link.id))),
    ],
    rows: await listRowsOfAgencies(tx, agencyIds),
    definitions: (await listDefinitions(tx)).map(({ id, version, content }) => ({
      id,
      label: content.name,
      version,
      issuer: content.letter.issuer,
      addressees: content.letter.addressees,
      recipients: content.letter.recipients,
    })),
    changedAt: new Map(parts.map((part) => [part.id, part.changedAt])),
  };
}

const isOther = (units: readonly { id: string }[], id: string): boolean =>
  !units.some((unit) => unit.id === id);
