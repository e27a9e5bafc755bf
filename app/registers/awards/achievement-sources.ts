/**
 * Where an achievement of a candidate stands: registers, the fields in which they may be named, the day and the worth
 * that are told, and the field of the award that links to it (`into`; a list unless `isOne`).
 */
export type AchievementSource = {
  register: string;
  named: readonly string[];
  on?: string;
  worth?: string;
  into?: string;
  isOne?: boolean;
  /** Rows in these states only; without it in any. */
  states?: readonly string[];
};

export const achievementSources: readonly AchievementSource[] = [
  { register: 'aid-project', named: ['donor'], on: 'approvedOn', worth: 'approved', into: 'projects' },
  { register: 'relief', named: ['donor'], on: 'givenOn', worth: 'worth' },
  {
    register: 'overseas-contribution',
    named: ['giverName'],
    on: 'givenOn',
    worth: 'value',
    into: 'contributions',
  },
  { register: 'international-event', named: ['foreignPartners'], on: 'held', states: ['held', 'reported'] },
  { register: 'delegation', named: ['foreignSide', 'inviter', 'head'], on: 'held' },
  { register: 'agreement', named: ['foreignSide'], on: 'signedOn' },
  {
    register: 'award',
    named: ['candidate'],
    on: 'decidedOn',
    into: 'lastAward',
    isOne: true,
    states: ['decided', 'presented', 'published'],
  },
  { register: 'foreign-ngo', named: ['name', 'englishName', 'shortName'], into: 'ngo', isOne: true },
  { register: 'overseas-vietnamese', named: ['name'], into: 'overseas', isOne: true },
];
