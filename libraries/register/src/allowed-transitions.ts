import { isAllowed, type Who } from './permission.ts';
import type { Register, Row } from './register.ts';
import type { Transition } from './workflow.ts';

/** What somebody who stands so to a row may do with it in its state, and which fields must be filled before. */
export function allowedTransitions(
  { workflow, fields }: Register,
  row: Row,
  state: string | null,
  stands: readonly Who[],
): { transition: Transition; lacking: string[] }[] {
  return (workflow?.transitions ?? [])
    .filter(({ from, who }) => state !== null && from.includes(state) && isAllowed(who, stands))
    .map((transition) => ({
      transition,
      lacking: (transition.needs ?? [])
        .filter((name) => (row[name] ?? null) === null)
        .map((name) => fields[name]!.said[0]),
    }));
}
