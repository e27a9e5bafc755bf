import type { OfficialDocument } from '#app/letters/index.ts';

/** The document a duty comes from, as letters cite it. */
export type CitedPlan = {
  kind: string | null;
  symbol: string | null;
  title: string | null;
  issuer: string | null;
  issuedOn: string | null;
};

export type PartFacts = {
  agencyId: string;
  agencyName: string;
  /** The issuer of the plan commands it; others are asked. */
  isInChain: boolean;
  role: 'holder' | 'coordinator';
  leads: boolean;
  isOpen: boolean;
  /** Not received, or nothing told of it yet. */
  isSilent: boolean;
  dueOn: string | null;
  /** Its clock stands still: it waits on somebody else. */
  isWaiting: boolean;
};

export type DutyFacts = {
  id: string;
  path: string;
  text: string;
  isRequest: boolean;
  dueOn: string | null;
  deadlineWords: string | null;
  product: string | null;
  reportTo: string | null;
  unnamed: string[];
  plan: CitedPlan;
  parts: PartFacts[];
};

/** Who writes: what stands around every letter of an agency. `commands`: it may give work to others itself. */
export type LetterFrame = Pick<OfficialDocument, 'issuer' | 'place' | 'signature'> & {
  superior: string;
  initials: string;
  /** Marks of the unit that drafts, for "Lưu: VT, …". */
  unit: string;
  commands: boolean;
  /** 'YYYY-MM-DD' in Viet Nam. */
  today: string;
};

/** A letter before it has number and date. */
export type LetterContent = Pick<
  OfficialDocument,
  | 'issuer'
  | 'place'
  | 'kind'
  | 'title'
  | 'addressees'
  | 'bases'
  | 'body'
  | 'signature'
  | 'recipients'
  | 'urgency'
> & { superior: string; notation: string };

/** Is this asked for, not ordered: the body stands outside the chain, or the plan itself only asks. */
export const isAsked = (duty: Pick<DutyFacts, 'isRequest'>, part: Pick<PartFacts, 'isInChain'>): boolean =>
  duty.isRequest || !part.isInChain;
