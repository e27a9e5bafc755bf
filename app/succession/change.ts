export const successionKinds = ['merge', 'split', 'rename', 'dissolve', 'transfer'] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/** A body that takes over. `field`: words of what it takes, by commas; empty: whatever nobody else takes. */
export type Target = {
  id: string;
  isNew: boolean;
  name: string;
  kind: string;
  names: string[];
  field: string;
};

/** What is meant to change. `choices` overrule what is proposed: key of a choice → id of an agency, or 'stay'. */
export type Change = {
  kind: SuccessionKind;
  on: string;
  from: readonly string[];
  to: readonly Target[];
  /** For a rename only. */
  newName: string | null;
  choices: Record<string, string>;
};

/** Those that are no longer there on the day of the change. */
export const closing = ({ kind, from, to }: Change): string[] =>
  kind === 'rename' || kind === 'transfer' ? [] : from.filter((id) => !to.some((target) => target.id === id));
