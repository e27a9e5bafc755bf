import shipped from '#data/letter-rules.json' with { type: 'json' };

/** How an agency writes its letters. `unit`: marks of the unit that drafts, "VP"; '' for none. */
export type LetterRules = { unit: string; unitSource: string; replyWithin: number; replySource: string };

const { unit, unitSource, replyWithin, replySource } = shipped;

/** What comes with the program; each value says what it stands on. */
export const shippedRules: LetterRules = { unit, unitSource, replyWithin, replySource };
