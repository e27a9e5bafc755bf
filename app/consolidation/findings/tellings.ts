import { dongInUnit } from '#app/reports/dong-in-unit.ts';
import type { Indicator, IndicatorValue } from '#app/reports/indicator.contract.ts';
import type { Paragraph } from '#app/reports/report.ts';
import type { LeftOut } from '../totals/total.ts';
import type { KeptFinding } from './finding.store.ts';
import type { Telling } from './finding.ts';

/** A filed report as far as findings need it. */
export type Report = {
  agencyReportId: string;
  agencyId: string;
  agencyName: string;
  paragraphs: readonly Paragraph[];
  values: readonly IndicatorValue[];
};

export const idOfParagraph = (reportId: string, paragraphId: string): string => `${reportId}:${paragraphId}`;
export const idOfCounted = (reportId: string, indicator: string, index: number): string =>
  `${reportId}#${indicator}#${index}`;

/** All that the agencies told in a period: their paragraphs, and the things they counted. */
export function tellingsOf(reports: readonly Report[], indicators: readonly Indicator[]): Telling[] {
  const byKey = new Map(indicators.map((one) => [one.key, one]));
  return reports.flatMap((report) => {
    const { agencyReportId, agencyId, agencyName: agency } = report;
    const from = { agencyReportId, agencyId, agency };
    return [
      ...report.paragraphs.map(
        (one): Telling => ({
          ...from,
          id: idOfParagraph(agencyReportId, one.id),
          kind: 'paragraph',
          text: one.text,
          dutyIds: [...new Set(one.sources.map(({ dutyId }) => dutyId))],
          counted: null,
        }),
      ),
      ...report.values.flatMap((value) => countedOf(from, value, byKey.get(value.indicator))),
    ];
  });
}

type From = Pick<Telling, 'agencyReportId' | 'agencyId' | 'agency'>;

function countedOf(from: From, value: IndicatorValue, indicator: Indicator | undefined): Telling[] {
  if (!indicator) return [];
  const currency = value.currency ?? 'VND';
  const scale = currency === 'VND' ? dongInUnit(indicator.unit) : 1;
  return value.counted.map(({ key, name, on, amount, record }, index) => ({
    ...from,
    id: idOfCounted(from.agencyReportId, value.indicator, index),
    kind: 'counted',
    text: name,
    dutyIds: [],
    counted: {
      indicator: value.indicator,
      key,
      record: record && `${record.register} ${record.id}`,
      on,
      money: indicator.isMoney && amount !== null ? { amount: amount * scale, currency } : null,
      count: indicator.isMoney || amount === null ? null : { amount, unit: indicator.unit },
    },
  }));
}

/** What decisions leave out of totals: the other tellings of what is counted once, and the sums a person took off. */
export function leftOutBy(
  findings: readonly Pick<KeptFinding, 'decision' | 'keep' | 'told' | 'deduct'>[],
): LeftOut[] {
  const once = findings.filter(({ decision }) => decision === 'once');
  const things = once.flatMap(({ told, keep }) => {
    const counted = told.filter((one) => one.kind === 'counted');
    // What only one of them counted is counted once already.
    const kept = told.find((one) => one.tellingId === keep);
    const stays =
      counted.find((one) => one === kept) ??
      counted.find(({ agencyReportId }) => agencyReportId === kept?.agencyReportId) ??
      counted[0];
    return counted.flatMap((one) => {
      if (one === stays || one.indicator !== stays?.indicator) return [];
      const index = Number(one.tellingId.split('#')[2]);
      const { agencyReportId, indicator } = one;
      return [
        { agencyReportId: agencyReportId!, indicator: indicator!, index, amount: null, currency: null },
      ];
    });
  });
  const unique = new Map(things.map((one) => [`${one.agencyReportId} ${one.indicator} ${one.index}`, one]));
  const sums = once.flatMap(({ deduct }) => deduct.map((one) => ({ ...one, index: null })));
  return [...unique.values(), ...sums];
}
