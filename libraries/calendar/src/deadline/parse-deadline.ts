import type { Deadline, DeadlineContext } from './deadline.ts';

/** Placeholder until the constructs stand: nothing is understood. */
export function parseDeadline(words: string, _context: DeadlineContext = {}): Deadline {
  return { kind: 'unknown', words };
}
