import type { AssignmentState } from './assignment.ts';

/** Its agency has it in hand: not reported done, not refused, not withdrawn. */
export const isOpenPart = (state: AssignmentState): boolean =>
  ['assigned', 'received', 'in-progress', 'returned', 'paused'].includes(state);
