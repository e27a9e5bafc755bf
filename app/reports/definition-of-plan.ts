import type { z } from 'zod';
import { printLegalDate } from '#app/letters/index.ts';
import { definitionShape } from './definition-shape.contract.ts';
import { outlineOfPlan, type PlanShape } from './outline-of-plan.ts';
import type { DefinitionContent } from './report.ts';

/** The four cells and what stands beside them: computed, so that no agency types them (handbook §11 no. 26). */
const dutyIndicators: z.input<typeof definitionShape>['indicators'] = (
  [
    ['given', 'Nhiệm vụ được giao', 'stock'],
    ['done-in-time', 'Nhiệm vụ hoàn thành đúng hạn', 'stock'],
    ['done-late', 'Nhiệm vụ hoàn thành quá hạn', 'stock'],
    ['open-in-time', 'Nhiệm vụ đang thực hiện, trong hạn', 'stock'],
    ['open-late', 'Nhiệm vụ đang thực hiện, quá hạn', 'stock'],
    ['requests', 'Việc được đề nghị phối hợp', 'stock'],
    ['extensions', 'Lượt gia hạn được chấp thuận trong kỳ', 'flow'],
    ['on-time', 'Tỷ lệ nhiệm vụ hoàn thành đúng hạn', 'ratio'],
  ] as const
).map(([key, name, rule]) => ({
  key: `duties.${key}`,
  name,
  unit: rule === 'ratio' ? '%' : rule === 'flow' ? 'lượt' : 'nhiệm vụ',
  rule,
  computedBy: `duties.${key}`,
}));

/** A published plan and who reports on it. */
export type ReportedPlan = PlanShape & {
  kind: string | null;
  symbol: string | null;
  title: string | null;
  issuer: string | null;
  place: string | null;
  issuedOn: string | null;
  /** Path of the duty that asks for periodic reports, where there is one: 'III.11.b'. */
  reportingPath: string | null;
};
export type Reporter = { name: string; names: readonly string[] };

/**
 * The reporting regime a plan implies: half-yearly and yearly, 15→14, by its own outline, from the focal
 * officer's body to the one that issued the plan. Everything in it can be changed by hand afterwards.
 */
export function definitionOfPlan(
  plan: ReportedPlan,
  reporter: Reporter,
  superior: string,
): DefinitionContent {
  const short = planLabel(plan);
  const cited = [short, plan.issuedOn && printLegalDate(plan.issuedOn), `của ${superior}`]
    .filter(Boolean)
    .join(' ');
  const about = plan.title ? ` về ${lowerFirst(plan.title.replace(/^về\s+/i, ''))}` : '';
  return definitionShape.parse({
    name: `Báo cáo kết quả thực hiện ${short}`,
    basis: plan.reportingPath ? `${short}, ${plan.reportingPath}` : short,
    frequencies: ['half-year', 'year'],
    windowRule: '15-14',
    fileWithin: 2,
    slots: outlineOfPlan(plan),
    indicators: dutyIndicators,
    letter: {
      superior,
      issuer: reporter.name,
      notation: `BC-${initials(reporter.names)}`,
      place: plan.place ?? '',
      addressees: [superior],
      bases: [],
      title: `Kết quả thực hiện ${cited}`,
      opening: `Thực hiện ${cited}${about.replace(/[.\s]+$/, '')}, ${reporter.name} báo cáo kết quả thực hiện như sau:`,
      closing: `Trên đây là báo cáo kết quả thực hiện ${short}, ${reporter.name} kính báo cáo ${superior} xem xét, chỉ đạo.`,
      signature: { authority: [], position: 'Chủ tịch', name: '' },
      recipients: ['Lưu: VT'],
    },
  } satisfies z.input<typeof definitionShape>);
}

/** 'Kế hoạch số 217/KH-UBND'; a plan without a number goes by its kind and title. */
export function planLabel(plan: Pick<ReportedPlan, 'kind' | 'symbol' | 'title'>): string {
  const kind = plan.kind ?? 'Văn bản';
  return plan.symbol
    ? `${kind} số ${plan.symbol}`
    : `${kind} ${plan.title ?? 'không số'}`.slice(0, 200).trim();
}

/** Abbreviation for the symbol of a body's documents: the initials of its shortest name, 'LHHN'. */
export function initials(names: readonly string[]): string {
  const spelled = names.filter((name) => name.trim().includes(' '));
  const shortest = (spelled.length ? spelled : [...names]).sort((a, b) => a.length - b.length)[0] ?? '';
  return shortest
    .split(/[^\p{L}]+/u)
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('');
}

/** A title in the middle of a sentence; a word in capitals keeps them. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
