import { type AssignmentAction, type AssignmentState, stateAfter } from '../../assignment.ts';

/** Columns of the board, in the order in which work goes through them. */
export const boardStates: AssignmentState[] = [
  'assigned',
  'received',
  'in-progress',
  'awaiting-confirmation',
  'returned',
  'completed',
  'refused',
  'paused',
];

type Movable = { state: AssignmentState; actions: readonly AssignmentAction[] };

/** The one action that moves a card to another column; null where none of those allowed leads there. */
export const actionTo = ({ state, actions }: Movable, wanted: AssignmentState): AssignmentAction | null =>
  state === wanted
    ? null
    : (actions.find((action) => action !== 'reassign' && stateAfter(state, action) === wanted) ?? null);
