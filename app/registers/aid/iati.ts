import { type Activity, type Entry, spreadByYear, type Value } from './activity.ts';
import type { Publisher } from './aid.contract.ts';
import {
  dateOf,
  GRANT,
  NO_SECTOR,
  organisationTypeOf,
  roleOf,
  sectorOf,
  statusOf,
  transactionOf,
} from './iati-codes.ts';
import { element, type Xml } from './xml.ts';

/** Activities as a file of IATI 2.03; elements stand in the order of its schema. An empty list gives no valid file. */
export const iatiFile = (activities: readonly Activity[], reporter: Publisher, at: Date): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${
    element(
      'iati-activities',
      { version: '2.03', 'generated-datetime': stamp(at) },
      activities.map((one) => activityXml(one, reporter)),
    ).xml
  }\n`;

const stamp = (at: Date) => at.toISOString().replace(/\.\d+/, '');
const narrative = (words: string, language?: string) =>
  element('narrative', language ? { 'xml:lang': language } : {}, words);
const code = (name: string, value: string, more = {}) => element(name, { code: value, ...more });

function activityXml(one: Activity, reporter: Publisher): Xml {
  const attributes = {
    'xml:lang': 'vi',
    'last-updated-datetime': stamp(one.changedAt),
    humanitarian: one.works.includes('disaster') ? '1' : '0',
  };
  return element('iati-activity', attributes, [
    // Once published it must never change, so it is the row's own id and not a code that offices may mend.
    element('iati-identifier', {}, `${reporter.ref}-${one.id}`),
    element('reporting-org', { ref: reporter.ref, type: reporter.kind }, [narrative(reporter.name)]),
    element('title', {}, [
      narrative(one.title),
      ...(one.englishTitle ? [narrative(one.englishTitle, 'en')] : []),
    ]),
    element('description', { type: '1' }, [narrative(one.description ?? one.title)]),
    ...participants(one),
    code('activity-status', statusCode(one)),
    ...dates(one),
    code('recipient-country', 'VN', { percentage: '100' }),
    ...(one.commune ? [element('location', {}, [element('name', {}, [narrative(one.commune)])])] : []),
    ...sectors(one.works),
    code('default-finance-type', GRANT),
    ...budgets(one),
    ...pledge(one),
    ...one.entries.map((entry) => transaction(one, entry)),
  ]);
}

function participants({ donor, donorKind, coDonors, governing, owner }: Activity): Xml[] {
  const org = (role: string, name: string, type?: string) =>
    element('participating-org', { role, ...(type ? { type } : {}) }, [narrative(name)]);
  const others = (coDonors ?? '')
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
  return [
    org(roleOf.funding, donor, organisationTypeOf[donorKind ?? '']),
    ...others.map((name) => org(roleOf.funding, name)),
    ...(governing ? [org(roleOf.accountable, governing, '11')] : []),
    org(roleOf.implementing, owner),
  ];
}

function statusCode({ state, closingReportOn, endedOn, startedOn }: Activity): string {
  if (state === 'refused' || state === 'revoked') return statusOf.cancelled;
  if (closingReportOn) return statusOf.closed;
  if (endedOn) return statusOf.finalisation;
  return startedOn ? statusOf.running : statusOf.pipeline;
}

const dates = ({ plannedFrom, startedOn, plannedTo, endedOn }: Activity): Xml[] =>
  (
    [
      [dateOf.plannedStart, plannedFrom],
      [dateOf.actualStart, startedOn],
      [dateOf.plannedEnd, plannedTo],
      [dateOf.actualEnd, endedOn],
    ] as const
  ).flatMap(([type, day]) => (day ? [element('activity-date', { 'iso-date': day, type })] : []));

/** Each sector once; shares add up to a hundred. */
function sectors(works: readonly string[]): Xml[] {
  const codes = [...new Set(works.map((work) => sectorOf[work] ?? NO_SECTOR))];
  if (!codes.length) codes.push(NO_SECTOR);
  const share = Math.floor(10_000 / codes.length) / 100;
  return codes.map((one, at) =>
    code('sector', one, {
      vocabulary: '2',
      percentage: String(at ? share : Math.round((100 - share * (codes.length - 1)) * 100) / 100),
    }),
  );
}

const value = ({ amount, currency }: Value, on: string): Xml =>
  element('value', { currency, 'value-date': on }, String(amount));

/** What was approved, else pledged, spread evenly over the years: an indication, and marked as one. */
function budgets({
  approved,
  pledged,
  plannedFrom,
  plannedTo,
  startedOn,
  pledgedOn,
  approvedOn,
}: Activity): Xml[] {
  const [whole, from] = [approved ?? pledged, plannedFrom ?? startedOn];
  if (!whole || !from) return [];
  const on = whole.rateOn ?? approvedOn ?? pledgedOn ?? from;
  return spreadByYear(whole.amount, from, plannedTo).map((part) =>
    element('budget', { type: '1', status: '1' }, [
      element('period-start', { 'iso-date': part.from }),
      element('period-end', { 'iso-date': part.to }),
      value({ ...whole, amount: part.amount }, on),
    ]),
  );
}

const pledge = (one: Activity): Xml[] =>
  one.pledged && one.pledgedOn
    ? [movement(one, transactionOf.pledged, one.pledgedOn, one.pledged, 'Cam kết viện trợ')]
    : [];

/** Received from the donor; spent; given back counts against what was received. */
const transaction = (one: Activity, { entry, on, content, ...amount }: Entry): Xml =>
  entry === 'used'
    ? movement(one, transactionOf.used, on, amount, content)
    : movement(
        one,
        transactionOf.received,
        on,
        entry === 'returned' ? { ...amount, amount: -amount.amount } : amount,
        content,
      );

const movement = (
  { donor, owner }: Activity,
  type: string,
  on: string,
  amount: Value,
  content: string,
): Xml =>
  element('transaction', {}, [
    code('transaction-type', type),
    element('transaction-date', { 'iso-date': on }),
    value(amount, amount.rateOn ?? on),
    element('description', {}, [narrative(content)]),
    ...(type === transactionOf.used
      ? [element('provider-org', {}, [narrative(owner)])]
      : [element('provider-org', {}, [narrative(donor)]), element('receiver-org', {}, [narrative(owner)])]),
  ]);
