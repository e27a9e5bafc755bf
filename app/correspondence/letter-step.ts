/** How a step that a letter was drafted for came to its end before the letter was issued. */
export const answers = [
  'withdrawn',
  'refused',
  'done',
  'waits',
  'extension',
  'progress',
  'difficulty',
  'received',
  'moved',
] as const;
export type Answer = (typeof answers)[number];

/** A part of a duty that reached a rung of the ladder; each has one letter. */
export type StepKey = { assignmentId: string; step: string; anchorOn: string };

export type AnsweredStep = StepKey & {
  letterId: string;
  dutyId: string;
  agencyId: string;
  path: string;
  text: string;
  /** Null while nothing has come. */
  answer: Answer | null;
  answeredOn: string | null;
  /** It was told before. */
  isTold: boolean;
  /** Nobody has edited the letter. */
  isUntouched: boolean;
  draftedOn: string;
};

export const keyOfStep = ({ assignmentId, step, anchorOn }: StepKey): string =>
  `${assignmentId} ${step} ${anchorOn}`;

/** What becomes of a draft when answers come: nothing new, withdrawn, drafted anew from what is left, or only told. */
export function fateOf(steps: readonly AnsweredStep[]): 'same' | 'withdrawn' | 'shorter' | 'told' {
  const isNew = steps.some((one) => one.answer && !one.isTold);
  if (!isNew) return 'same';
  if (steps.every((one) => one.answer)) return 'withdrawn';
  return steps.some((one) => one.isUntouched) ? 'shorter' : 'told';
}
