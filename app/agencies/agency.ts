import kinds from '#data/agency-kinds.json' with { type: 'json' };

/** Kind of body, e.g. 'so' (sở) or 'mat-tran' (the Front and its members). */
export type AgencyKind = string;

/** `names` are all names it is known by, the full one first. */
export type Agency = { id: string; kind: AgencyKind; name: string; names: string[] };

const byKind = new Map(kinds.kinds.map((k) => [k.kind, k]));

export const agencyKinds = kinds.kinds;
export const nameOfKind = (kind: AgencyKind): string => byKind.get(kind)?.name ?? kind;

/** Does the People's Committee command bodies of this kind, or can it only ask them? */
export const isInStateChain = (kind: AgencyKind): boolean => byKind.get(kind)?.chain === 'state';
