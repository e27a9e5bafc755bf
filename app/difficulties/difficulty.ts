/** Who has to answer a difficulty: the focal agency (Liên hiệp), the People's Committee, or a body with authority. */
export const levels = ['focal', 'committee', 'authority'] as const;
export type Level = (typeof levels)[number];

export const difficultyStates = ['open', 'answered', 'taken-back'] as const;
export type DifficultyState = (typeof difficultyStates)[number];

/** `recall` takes an answer back, `take-back` the difficulty itself. */
export const difficultyActions = ['answer', 'pass-up', 'pass-on', 'take-back', 'recall'] as const;
export type DifficultyAction = (typeof difficultyActions)[number];

/** How a viewer stands to a difficulty: its own agency's, or the one who answers at its level. Nobody answers their own. */
export type DifficultyRelation = 'raiser' | 'answerer';

type Standing = {
  state: DifficultyState;
  level: Level;
  /** Nobody has acted on its answer yet. */
  isFresh: boolean;
};

/** What a viewer may do now, the usual step first. Only the focal agency passes a difficulty on. */
export function difficultyActionsFor(
  { state, level, isFresh }: Standing,
  relations: readonly DifficultyRelation[],
): DifficultyAction[] {
  if (state === 'answered') return isFresh && relations.includes('answerer') ? ['recall'] : [];
  if (state !== 'open') return [];
  const answering: DifficultyAction[] = level === 'focal' ? ['answer', 'pass-up', 'pass-on'] : ['answer'];
  return [
    ...(relations.includes('answerer') ? answering : []),
    ...(relations.includes('raiser') ? (['take-back'] as const) : []),
  ];
}

/** Steps that are answered for in words. */
export type WithWords = Exclude<DifficultyAction, 'take-back' | 'recall'>;
export const needsWords = (action: DifficultyAction): action is WithWords =>
  action !== 'take-back' && action !== 'recall';
