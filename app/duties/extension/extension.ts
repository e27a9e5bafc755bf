/**
 * Asking for a later day, handbook §3.4: asked → granted, rejected with a reason, or answered with another day, which
 * the agency takes or does not. The first due day is kept for statistics.
 */
export const extensionStates = [
  'open',
  'granted',
  'rejected',
  'countered',
  'accepted',
  'declined',
  'taken-back',
] as const;
export type ExtensionState = (typeof extensionStates)[number];

export const extensionActions = ['grant', 'counter', 'reject', 'accept', 'decline', 'take-back'] as const;
export type ExtensionAction = (typeof extensionActions)[number];

/** How a viewer stands to a request: leads its agency, or decides it and did not ask for it. */
export type ExtensionRelation = 'asker' | 'decider';

type Rule = { from: ExtensionState; to: ExtensionState; by: ExtensionRelation; needsReason?: true };
const rules: Record<ExtensionAction, Rule> = {
  grant: { from: 'open', to: 'granted', by: 'decider' },
  counter: { from: 'open', to: 'countered', by: 'decider' },
  reject: { from: 'open', to: 'rejected', by: 'decider', needsReason: true },
  accept: { from: 'countered', to: 'accepted', by: 'asker' },
  decline: { from: 'countered', to: 'declined', by: 'asker' },
  'take-back': { from: 'open', to: 'taken-back', by: 'asker' },
};

/** What a viewer may do now, the usual step first. */
export const extensionActionsFor = (
  state: ExtensionState,
  relations: readonly ExtensionRelation[],
): ExtensionAction[] =>
  extensionActions.filter((action) => rules[action].from === state && relations.includes(rules[action].by));

/** The state an action leads to; null when it cannot be done from here. */
export const extensionAfter = (state: ExtensionState, action: ExtensionAction): ExtensionState | null =>
  rules[action].from === state ? rules[action].to : null;

export const extensionNeedsReason = (action: ExtensionAction): boolean => rules[action].needsReason === true;

/** Does this action move the due day? To the day wanted, or to the one proposed instead. */
export const movesDue = (action: ExtensionAction): boolean => action === 'grant' || action === 'accept';

type Asked = { dueOn: string | null; wantedOn: string; today: string };

/** Why a later day cannot be asked for, as a key of `extensionFaults`; null where it can. Days are 'YYYY-MM-DD'. */
export function faultOfAsking(
  { dueOn, wantedOn, today }: Asked,
  { mustBeAskedBeforeDue }: { mustBeAskedBeforeDue: boolean },
): 'too-late' | 'not-later' | 'past' | null {
  if (mustBeAskedBeforeDue && dueOn !== null && today > dueOn) return 'too-late';
  if (wantedOn <= today) return 'past';
  return dueOn !== null && wantedOn <= dueOn ? 'not-later' : null;
}
