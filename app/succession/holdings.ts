import type { DatedName } from '#app/agencies/dated-name.ts';
import type { ParentLink } from '#app/agencies/hierarchy.ts';
import type { AssignmentState } from '#app/duties/assignment.ts';

/** A body concerned, with its history. */
export type AgencyHeld = {
  id: string;
  name: string;
  kind: string;
  validFrom: string | null;
  validTo: string | null;
  names: DatedName[];
};

/** One agency's part of a duty. Days are 'YYYY-MM-DD' in Viet Nam. */
export type PartHeld = {
  id: string;
  dutyId: string;
  /** e.g. "III.2.c, 217/KH-UBND". */
  label: string;
  text: string;
  agencyId: string;
  firstAgencyId: string | null;
  state: AssignmentState;
  dueOn: string | null;
  completedOn: string | null;
  /** The day it was confirmed done; null while it is open. */
  closedOn: string | null;
  isRequest: boolean;
};

export type Content = { paragraphs: unknown[]; seen: string[]; values?: { indicator: string }[] };
export type ReportHeld = {
  id: string;
  periodId: string;
  /** Name of the period. */
  label: string;
  agencyId: string;
  agencyName: string;
  state: 'draft' | 'submitted' | 'returned' | 'accepted';
  joinedInto: string | null;
  revision: number;
  content: Content | null;
};

export type MembershipHeld = {
  id: string;
  personId: string;
  personName: string;
  agencyId: string;
  role: string;
  validFrom: string;
  validTo: string | null;
};

/** A difficulty that nobody has answered: whose it is, and the body with authority that was asked. */
export type DifficultyHeld = {
  id: string;
  assignmentId: string;
  label: string;
  words: string;
  agencyId: string;
  authorityId: string | null;
};

/** Days on which somebody is away and another acts for them, in one agency. */
export type AbsenceHeld = {
  id: string;
  personId: string;
  personName: string;
  agencyId: string;
  fromOn: string;
  toOn: string;
};

/** A row of a register: whose it is, and the day it is over; null while it is open. */
export type RowHeld = {
  id: string;
  register: string;
  /** The register in Vietnamese and English. */
  said: readonly [string, string];
  label: string;
  agencyId: string;
  revision: number;
  closedOn: string | null;
};

/** Whom the letters of a report definition name. */
export type DefinitionHeld = {
  id: string;
  label: string;
  version: number;
  issuer: string;
  addressees: string[];
  recipients: string[];
};

/** Everything that may follow, of the agencies on either side of a change. */
export type Holdings = {
  agencies: AgencyHeld[];
  parts: PartHeld[];
  reports: ReportHeld[];
  people: MembershipHeld[];
  difficulties: DifficultyHeld[];
  absences: AbsenceHeld[];
  units: ParentLink[];
  rows: RowHeld[];
  definitions: DefinitionHeld[];
};

export const moveKinds = [
  'agency',
  'name',
  'part',
  'report',
  'writing',
  'difficulty',
  'membership',
  'absence',
  'parent',
  'row',
  'definition',
] as const;
export type MoveKind = (typeof moveKinds)[number];

/** The fields of a row that a succession may change; null: no such row. */
export type Row = Record<string, unknown> | null;

/** One row changed: `before` is what it is today, `after` what it becomes. Undoing puts `before` back. */
export type Move = {
  what: MoveKind;
  id: string;
  label: string;
  note: string;
  before: Row;
  after: Row;
};

/** '2025-07-01' → '2025-06-30'. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Follows its agency: it was not done when the new order began. What is done keeps the agency of its day. */
export const isOpenOn = (part: Pick<PartHeld, 'state' | 'closedOn'>, day: string): boolean =>
  part.state !== 'withdrawn' &&
  (part.state !== 'completed' || (part.closedOn !== null && part.closedOn >= day));

/** Not over when the new order began. */
export const isRowOpenOn = ({ closedOn }: Pick<RowHeld, 'closedOn'>, day: string): boolean =>
  closedOn === null || closedOn >= day;

export const isOwed = (report: Pick<ReportHeld, 'state' | 'joinedInto'>): boolean =>
  (report.state === 'draft' || report.state === 'returned') && report.joinedInto === null;
