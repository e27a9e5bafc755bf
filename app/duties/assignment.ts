/** States of one agency's part of a duty; handbook §3.3. 'paused' and 'withdrawn' are out of an agency's hands. */
export const assignmentStates = [
  'assigned',
  'received',
  'in-progress',
  'awaiting-confirmation',
  'completed',
  'returned',
  'refused',
  'paused',
  'withdrawn',
] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/**
 * What can be done to a part. Logging progress also starts it; `reassign` withdraws it here and gives it to another
 * agency; `resume` and `reinstate` go back to what it was before.
 */
export const assignmentActions = [
  'receive',
  'log-progress',
  'report-done',
  'recall',
  'refuse',
  'confirm',
  'return',
  'reopen',
  'insist',
  'reassign',
  'pause',
  'resume',
  'withdraw',
  'reinstate',
] as const;
export type AssignmentAction = (typeof assignmentActions)[number];

/**
 * How a viewer stands to a part: works in its agency (and may refuse for it when `agency-lead`), or confirms it.
 * Everybody else reads.
 */
export type Relation = 'agency' | 'agency-lead' | 'confirmer' | 'reader';

type Rule = { from: AssignmentState[]; to: AssignmentState | 'before'; by: Relation[]; needsReason?: true };

const ofAgency: Relation[] = ['agency', 'agency-lead'];
/** Not done, not out of the agency's hands. */
const open: AssignmentState[] = ['assigned', 'received', 'in-progress', 'returned'];

const rules: Record<AssignmentAction, Rule> = {
  receive: { from: ['assigned'], to: 'received', by: ofAgency },
  'log-progress': { from: ['received', 'in-progress', 'returned'], to: 'in-progress', by: ofAgency },
  // Only from 'in-progress': done without a word of what was done is not accepted.
  'report-done': { from: ['in-progress'], to: 'awaiting-confirmation', by: ofAgency },
  recall: { from: ['awaiting-confirmation'], to: 'in-progress', by: ofAgency },
  refuse: { from: ['assigned', 'received'], to: 'refused', by: ['agency-lead'], needsReason: true },
  confirm: { from: ['awaiting-confirmation'], to: 'completed', by: ['confirmer'] },
  return: { from: ['awaiting-confirmation'], to: 'returned', by: ['confirmer'], needsReason: true },
  reopen: { from: ['completed'], to: 'in-progress', by: ['confirmer'], needsReason: true },
  insist: { from: ['refused'], to: 'assigned', by: ['confirmer'], needsReason: true },
  reassign: { from: ['refused'], to: 'withdrawn', by: ['confirmer'] },
  pause: { from: open, to: 'paused', by: ['confirmer'], needsReason: true },
  resume: { from: ['paused'], to: 'before', by: ['confirmer'] },
  withdraw: { from: [...open, 'refused', 'paused'], to: 'withdrawn', by: ['confirmer'], needsReason: true },
  reinstate: { from: ['withdrawn'], to: 'before', by: ['confirmer'], needsReason: true },
};

/** What a viewer may do now, the usual next step first. */
export const actionsFor = (state: AssignmentState, relations: readonly Relation[]): AssignmentAction[] =>
  assignmentActions.filter(
    (action) => rules[action].from.includes(state) && rules[action].by.some((one) => relations.includes(one)),
  );

export const needsReason = (action: AssignmentAction): boolean => rules[action].needsReason === true;

/** The state an action leads to; null when it cannot be done from here. `before`: its state before it was set aside. */
export function stateAfter(
  state: AssignmentState,
  action: AssignmentAction,
  before: AssignmentState | null = null,
): AssignmentState | null {
  const { from, to } = rules[action];
  if (!from.includes(state)) return null;
  return to === 'before' ? (before ?? 'assigned') : to;
}

/** What to remember as the state before: kept while a part is set aside, forgotten once it goes on. */
export function stateBefore(
  state: AssignmentState,
  action: AssignmentAction,
  before: AssignmentState | null,
): AssignmentState | null {
  if (action !== 'pause' && action !== 'withdraw' && action !== 'reassign') return null;
  return state === 'paused' ? before : state;
}

export type Clock = { receivedAt: Date | null; completedAt: Date | null; confirmedAt: Date | null };

/**
 * Moments of a part after an action. `completedAt` is when its holder said it was done: returning, recalling or
 * reopening takes it back, because late or wrong results count as not done (handbook §3.1).
 */
export function clockAfter<C extends Clock>(clock: C, action: AssignmentAction, now: Date): C {
  if (action === 'receive') return { ...clock, receivedAt: now };
  if (action === 'report-done') return { ...clock, completedAt: now };
  if (action === 'confirm') return { ...clock, confirmedAt: now };
  if (action === 'insist') return { ...clock, receivedAt: null, completedAt: null, confirmedAt: null };
  if (action === 'return' || action === 'recall' || action === 'reopen')
    return { ...clock, completedAt: null, confirmedAt: null };
  return clock;
}
