import { type AssignmentAction, needsReason } from '../assignment.ts';

/** Steps of the parts themselves, and what changes the duty around them. */
export const bulkActions = [
  'receive',
  'report-done',
  'confirm',
  'return',
  'resume',
  'reinstate',
  'deadline',
  'coordinator',
  'pause',
  'withdraw',
] as const;
export type BulkAction = (typeof bulkActions)[number];

/** A step of a part, as the state machine knows it. */
export type BulkStep = Exclude<BulkAction, 'deadline' | 'coordinator'>;
export const isStep = (action: BulkAction): action is BulkStep =>
  action !== 'deadline' && action !== 'coordinator';

/** A changed deadline and a change of who cooperates are answered for: history says why. */
export const asksWhy = (action: BulkAction): boolean => !isStep(action) || needsReason(action);

/** So many duties are changed in one transaction; more go in several, one after another. */
export const MOST_AT_ONCE = 200;
/** So many can be chosen at once by their filter. */
export const MOST_CHOSEN = 2000;

/** Steps that have no undo of their own are taken back by the step that leads back, by kind of their event. */
export const wayBack: Record<string, AssignmentAction> = {
  'duty.resumed': 'pause',
  'duty.reinstated': 'withdraw',
};
