import { type Agency, homeOf } from './agency.ts';
import { type DatedName, nameOn, namesKnownOn } from './dated-name.ts';
import { type ParentLink, parentsOn } from './hierarchy.ts';
import { isWithin, type Period } from './period.ts';
import { isAbbreviated } from './printed-words.ts';

/** What can be set of an agency apart from names and parents. */
export type AgencyFacts = Period & {
  kind: string;
  code: string | null;
  codeOld: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  note: string | null;
};
/** An agency with its whole history. `name` is the full one today. */
export type DatedAgency = AgencyFacts & {
  id: string;
  name: string;
  isInForce: boolean;
  names: DatedName[];
  parents: ParentLink[];
};

/** The agencies that stood on a day, each called as it was then, with the names known by then, in Vietnamese order. */
export function agenciesOn(register: readonly DatedAgency[], day: string): Agency[] {
  const parentOf = parentsOn(
    register.flatMap(({ parents }) => parents),
    'state',
    day,
  );
  return register
    .filter((agency) => isWithin(agency, day))
    .map(({ id, kind, name, names }) => {
      const then = nameOn(names, day) ?? name;
      return {
        id,
        kind,
        name: then,
        names: [...new Set([then, ...namesKnownOn(names, day)])],
        parentId: parentOf.get(id) ?? null,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

export type NewAgency = {
  kind: string;
  name: string;
  /** Names beside the full one. */
  names: string[];
  parentId: string | null;
  validFrom?: string | null;
};

/** An agency as it would stand in the register, before it has rows: ids are made of its own words. */
export function draftOf({ kind, name, names, parentId, validFrom = null }: NewAgency): DatedAgency {
  const id = `new:${name}`;
  const period = { validFrom, validTo: null };
  const others = [...new Set(names)].filter((one) => one !== name);
  return {
    id,
    name,
    kind,
    isInForce: true,
    ...period,
    ...{ code: null, codeOld: null, address: null, phone: null, email: null, website: null, note: null },
    names: [
      { id: `${id}:full`, name, kind: 'full', ...period },
      ...others.map((one) => ({
        id: `${id}:${one}`,
        name: one,
        kind: isAbbreviated(one) ? ('abbreviation' as const) : ('short' as const),
        ...period,
      })),
    ],
    parents: parentId
      ? [{ id: `${id}:parent`, agencyId: id, hierarchy: homeOf(kind), parentId, ...period }]
      : [],
  };
}
