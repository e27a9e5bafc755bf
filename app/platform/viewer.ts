/** Roles a person may hold in an agency; product.md says who they are. */
export const roles = [
  'administrator',
  'focal-officer',
  'leader',
  'agency-focal',
  'agency-head',
  'staff',
  'inspector',
] as const;
export type Role = (typeof roles)[number];

export type Membership = {
  agencyId: string;
  agencyName: string;
  role: Role;
  /** Set while the holder of the role is away and the viewer is their substitute. */
  onBehalfOf?: { personId: string; name: string } | undefined;
};

/** Who is looking: the signed-in person with what they hold today. */
export type Viewer = {
  tenantId: string;
  tenantName: string;
  personId: string;
  name: string;
  email: string;
  memberships: Membership[];
  /** Whose role the last policy stood on, when the viewer's own would not have done; the ledger tells it. */
  actsFor?: string | undefined;
};

export const hasRole = (viewer: Viewer, ...wanted: Role[]): boolean =>
  viewer.memberships.some((m) => wanted.includes(m.role));

export const hasRoleIn = (viewer: Viewer, agencyId: string, ...wanted: Role[]): boolean =>
  viewer.memberships.some((m) => m.agencyId === agencyId && wanted.includes(m.role));

/** Agencies the viewer works in, whatever the role. */
export const agenciesOf = (viewer: Viewer): string[] => [
  ...new Set(viewer.memberships.map((m) => m.agencyId)),
];
