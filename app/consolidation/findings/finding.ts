/** One thing that an agency said: a paragraph of its report, or a thing it counted under an indicator. */
export type Telling = {
  /** Within the period: `<report>:<paragraph>` or `<report>:<indicator>:<n>`. */
  id: string;
  kind: 'paragraph' | 'counted';
  agencyReportId: string;
  agencyId: string;
  agency: string;
  text: string;
  dutyIds: readonly string[];
  /** Of a counted thing: its indicator, and what is known of it. */
  counted: {
    indicator: string;
    key: string | null;
    record: string | null;
    on: string | null;
    /** In whole units of the currency; null for what is no money. */
    money: { amount: number; currency: string } | null;
    /** How many, of what is no money. */
    count: { amount: number; unit: string } | null;
  } | null;
};

/** How an agency stands to a duty. */
export type Part = {
  dutyId: string;
  path: string;
  agencyId: string;
  agency: string;
  leads: boolean;
  role: 'holder' | 'coordinator';
  state: string;
};

/**
 * double: one thing told by several agencies. amounts: one thing with two sums, counts. figures: one figure of one
 * place with two values. standing: the lead says done, a coordinator says not begun.
 */
export const findingKinds = ['double', 'amounts', 'figures', 'standing'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Why the program thinks so; the page puts it into words. */
export const reasonKinds = [
  'same-key',
  'same-record',
  'name',
  'day',
  'amount',
  'count',
  'place',
  'country',
  'duty',
  'amount-differs',
  'count-differs',
  'figure-differs',
  'lead-done',
  'not-begun',
  'state-done',
  'state-not-begun',
] as const;
export type Reason = { is: (typeof reasonKinds)[number]; said: string };

export type Told = {
  tellingId: string;
  kind: 'paragraph' | 'counted' | 'state';
  agencyReportId: string | null;
  agencyId: string;
  agency: string;
  text: string;
  /** What of the text is meant, [begin, end). */
  begin: number;
  end: number;
  /** Its amount, count or figure in words; null when it gives none. */
  says: string | null;
  indicator: string | null;
};

export type Finding = {
  /** The same for the same tellings, however often it is looked for. */
  key: string;
  kind: FindingKind;
  /** What is spoken of. */
  subject: string;
  told: Told[];
  why: Reason[];
};

/** What a finding shows of a telling: the part of its text that is meant, and what that says. */
export const asTold = (
  { telling, begin, end }: { telling: Telling; begin: number; end: number },
  says: string | null,
): Told => ({
  tellingId: telling.id,
  kind: telling.kind,
  agencyReportId: telling.agencyReportId,
  agencyId: telling.agencyId,
  agency: telling.agency,
  text: telling.text,
  begin,
  end,
  says,
  indicator: telling.counted?.indicator ?? null,
});

export const keyOfFinding = (kind: FindingKind, ids: readonly string[]): string =>
  `${kind}|${[...new Set(ids)].sort().join('|')}`;
