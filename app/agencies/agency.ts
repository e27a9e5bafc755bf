import kinds from '#data/agency-kinds.json' with { type: 'json' };
import type { Hierarchy } from './hierarchy.ts';

/** Kind of body, e.g. 'so' (sở) or 'mat-tran' (the Front and its members). */
export type AgencyKind = string;

/** `names` are all names it is or was known by, the full one first. `parentId`: above it in the State, today. */
export type Agency = { id: string; kind: AgencyKind; name: string; names: string[]; parentId: string | null };

/** Who may give a body work: the state's own line of command, or only a request (`đề nghị`). */
export type Chain = 'state' | 'association' | 'front' | 'party';

const byKind = new Map(kinds.kinds.map((k) => [k.kind, k]));

export const agencyKinds = kinds.kinds as { kind: AgencyKind; name: string; chain: Chain }[];
export const nameOfKind = (kind: AgencyKind): string => byKind.get(kind)?.name ?? kind;
export const chainOf = (kind: AgencyKind): Chain => (byKind.get(kind)?.chain ?? 'state') as Chain;

/** Does the People's Committee command bodies of this kind, or can it only ask them? */
export const isInStateChain = (kind: AgencyKind): boolean => byKind.get(kind)?.chain === 'state';

/** The hierarchy a body of this kind belongs to by itself; associations stand in the State's until told otherwise. */
export const homeOf = (kind: AgencyKind): Hierarchy => {
  const chain = chainOf(kind);
  return chain === 'association' ? 'state' : chain;
};
