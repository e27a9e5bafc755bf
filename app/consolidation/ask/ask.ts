/** open: waits for the agency; answered: waits for who asked; closed: settled, or asked no more. */
export const askStates = ['open', 'answered', 'closed'] as const;
export type AskState = (typeof askStates)[number];

/** Where figures stand in an agency's report, beside its headings. */
export const FIGURES = 'figures';

/** The place of an agency's report at which a question stands: the key of a heading, or the figures. */
export const placeOfAsk = ({ slot }: { slot: string | null }): string => slot ?? FIGURES;

/** Waits for its agency after its day; `today` is the office's. */
export const isLateAsk = (ask: { state: AskState; dueOn: string }, today: string): boolean =>
  ask.state === 'open' && ask.dueOn < today;

/** How many wait for agencies, how many of those after their day, how many wait to be closed. */
export const countAsks = (asks: readonly { state: AskState; isLate: boolean }[]) => ({
  open: asks.filter(({ state }) => state === 'open').length,
  late: asks.filter(({ isLate }) => isLate).length,
  answered: asks.filter(({ state }) => state === 'answered').length,
});
