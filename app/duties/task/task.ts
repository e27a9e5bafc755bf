/** Work handed on inside an agency. Days are 'YYYY-MM-DD' of the office. */
export const taskStates = ['open', 'done', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];

export const taskActions = ['finish', 'hand-on', 'reopen', 'cancel'] as const;
export type TaskAction = (typeof taskActions)[number];

/** How a viewer stands to a task: it is theirs, or they gave it (or lead the agency). */
export type TaskRelation = 'doer' | 'giver';

type Rule = { from: TaskState; to: TaskState; by: TaskRelation[]; needsReason?: true };
const rules: Record<TaskAction, Rule> = {
  finish: { from: 'open', to: 'done', by: ['doer', 'giver'] },
  'hand-on': { from: 'open', to: 'open', by: ['doer', 'giver'] },
  reopen: { from: 'done', to: 'open', by: ['giver'], needsReason: true },
  cancel: { from: 'open', to: 'cancelled', by: ['giver'], needsReason: true },
};

export const taskActionsFor = (state: TaskState, relations: readonly TaskRelation[]): TaskAction[] =>
  taskActions.filter(
    (action) => rules[action].from === state && rules[action].by.some((one) => relations.includes(one)),
  );

export const taskAfter = (state: TaskState, action: TaskAction): TaskState | null =>
  rules[action].from === state ? rules[action].to : null;

export const taskNeedsReason = (action: TaskAction): boolean => rules[action].needsReason === true;

export type Node = { id: string; parentId: string | null; state: TaskState };

/** Tasks under one that are still open, at any depth: while there are any, it cannot be finished. */
export function openUnder<N extends Node>(id: string | null, tasks: readonly N[]): N[] {
  const children = tasks.filter((task) => task.parentId === id && task.state !== 'cancelled');
  return children.flatMap((child) => [
    ...(child.state === 'open' ? [child] : []),
    ...openUnder(child.id, tasks),
  ]);
}

/** The day by which handed-on work must be done: never after that of what it is handed on from. */
export const isWithin = (dueOn: string | null, parentDueOn: string | null): boolean =>
  parentDueOn === null || (dueOn !== null && dueOn <= parentDueOn);
