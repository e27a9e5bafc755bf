/** An aid item as it is published, with nothing about persons. */
export type Activity = {
  id: string;
  title: string;
  englishTitle: string | null;
  description: string | null;
  works: string[];
  donor: string;
  donorKind: string | null;
  coDonors: string | null;
  governing: string | null;
  owner: string;
  commune: string | null;
  state: string;
  plannedFrom: string | null;
  plannedTo: string | null;
  approvedOn: string | null;
  startedOn: string | null;
  endedOn: string | null;
  closingReportOn: string | null;
  pledgedOn: string | null;
  pledged: Value | null;
  approved: Value | null;
  changedAt: Date;
  entries: Entry[];
};
export type Value = { amount: number; currency: string; rateOn: string | null };
export type Entry = { entry: 'received' | 'used' | 'returned'; on: string; content: string } & Value;

/** What the standard requires and the row does not say, in words; nothing when it can be published. */
export const lacksOf = ({ description, plannedFrom, startedOn }: Activity): string[] => [
  ...(description ? [] : ['mục tiêu hoặc kết quả dự kiến']),
  ...(plannedFrom || startedOn ? [] : ['thời gian thực hiện hoặc ngày bắt đầu']),
];

/** Pending or refused aid is nobody's news: only what was approved is published. */
export const isPublic = ({ approvedOn }: Activity): boolean => approvedOn !== null;

export type Share = { from: string; to: string; amount: number };

/**
 * A sum spread over a period by days, a part for each calendar year: the standard asks for budgets of a year at most.
 * Without an end the whole stands in the first year. The parts add up to the sum.
 */
export function spreadByYear(amount: number, from: string, to: string | null): Share[] {
  const end = to ?? `${from.slice(0, 4)}-12-31`;
  const [firstYear, lastYear] = [Number(from.slice(0, 4)), Number(end.slice(0, 4))];
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => {
    const year = firstYear + at;
    return { from: at === 0 ? from : `${year}-01-01`, to: year === lastYear ? end : `${year}-12-31` };
  });
  const days = (one: { from: string; to: string }) =>
    (Date.parse(one.to) - Date.parse(one.from)) / 86_400_000 + 1;
  const whole = years.reduce((sum, one) => sum + days(one), 0);
  let left = amount;
  return years.map((one, at) => {
    const part = at === years.length - 1 ? left : Math.round(((amount * days(one)) / whole) * 100) / 100;
    left = Math.round((left - part) * 100) / 100;
    return { ...one, amount: part };
  });
}
