import type { Tx } from '#app/platform/database.ts';

/** A step of a question that somebody has to hear of. */
export type AskNews = {
  step: 'asked' | 'ask-answered' | 'ask-closed';
  askId: string;
  /** Which turn of the question: a step is told once. */
  n: number;
  /** The agency that is asked. */
  agencyId: string;
  /** Who asked last. */
  askedBy: string;
  by: string;
  dueOn: string;
  title: string;
};

/** Tells people; rooms downstream know how (app/main.ts). */
export type TellAsk = (tx: Tx, at: Date, news: AskNews) => Promise<void>;
