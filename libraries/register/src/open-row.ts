import type { Register, Row } from './register.ts';
import { isOver } from './workflow.ts';

/** The field whose day ends a row where no workflow does: the end of a stock. Null: such rows never end. */
export const endingField = ({ workflow, indicators }: Register): string | null =>
  workflow ? null : (indicators.find(({ rule, end }) => rule === 'stock' && end)?.end ?? null);

/**
 * The day on which a row is over, 'YYYY-MM-DD', perhaps one to come; null while it is open. `stateOn`: since when it is
 * in its state.
 */
export function closedOn(
  register: Register,
  { state, stateOn, values }: { state: string | null; stateOn: string; values: Row },
): string | null {
  const { workflow } = register;
  if (workflow) return state !== null && isOver(workflow, state) ? stateOn : null;
  const [field = '', part] = (endingField(register) ?? '').split('.');
  const value = values[field] ?? null;
  const end = part ? (value as Record<string, unknown> | null)?.[part] : value;
  return typeof end === 'string' ? end : null;
}
