import { isAllowed, type Who } from './permission.ts';
import type { Register, Row } from './register.ts';
import type { Said } from './said.ts';
import { fulfils } from './where.ts';
import type { Transition } from './workflow.ts';

/** What somebody who stands so to a row may do with it in its state; `lacking`: fields that must be filled before;
 * `hindrance`: why it cannot be done with this row. */
export function allowedTransitions(
  { workflow }: Register,
  row: Row,
  state: string | null,
  stands: readonly Who[],
): { transition: Transition; lacking: string[]; hindrance: Said | null }[] {
  return (workflow?.transitions ?? [])
    .filter(({ from, who }) => state !== null && from.includes(state) && isAllowed(who, stands))
    .map((transition) => ({
      transition,
      lacking: (transition.needs ?? []).filter((name) => (row[name] ?? null) === null),
      hindrance: transition.onlyIf && !fulfils(transition.onlyIf.where, row) ? transition.onlyIf.said : null,
    }));
}
