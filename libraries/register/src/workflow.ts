import type { Permission } from './permission.ts';
import type { Said } from './said.ts';
import type { Where } from './where.ts';

export type Transition<K extends string = string> = {
  name: string;
  /** On the button: 'Trình phê duyệt'. */
  said: Said;
  from: readonly string[];
  to: string;
  who: Permission;
  /** Fields that must be filled before. */
  needs?: readonly K[];
  /** It is there only for rows that are so; who tries otherwise is told `said`: 'Hội nghị phải được cho phép trước.' */
  onlyIf?: { where: Where<K>; said: Said };
  /** A sentence must be given. */
  withReason?: boolean;
  /** What it says to the duties that the row is linked to: an entry of progress, or that the part is done. */
  tells?: { duty: 'progress' | 'done'; said: Said };
};

/** The first state is the one a row begins in. */
export type Workflow<K extends string = string> = {
  states: Record<string, Said>;
  transitions: readonly Transition<K>[];
  /** States in which a row is over though a way leads back; one that nothing leads out of always is. */
  ends?: readonly string[];
};

export const firstState = (workflow: Workflow | undefined): string | null =>
  workflow ? (Object.keys(workflow.states)[0] ?? null) : null;

/** Is nothing more to be done with a row in this state? */
export const isOver = ({ transitions, ends }: Workflow, state: string): boolean =>
  ends?.includes(state) === true || !transitions.some(({ from }) => from.includes(state));
