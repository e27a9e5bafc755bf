import type { OutlineEntry, TaskGroup } from '#libraries/document/index.ts';
import type { Slot } from './report.ts';

/** What of a plan the outline of its report is made from. */
export type PlanShape = {
  text: string;
  outline: readonly Pick<OutlineEntry, 'path' | 'label' | 'span'>[];
  taskGroups: readonly Pick<TaskGroup, 'path' | 'span'>[];
  /** Paths of its duties, '' for one without a number. */
  dutyPaths: readonly string[];
};

/** A heading that fits two lines of a report. */
const longestHeading = 180;

/**
 * The outline of a report on a plan: the five parts of a work report (custom, handbook §2.4), with the results
 * under the plan's own task groups; a plan without task groups reports by its sections.
 */
export function outlineOfPlan(plan: PlanShape): Slot[] {
  return [
    part('I', 'Tình hình chung, công tác chỉ đạo', { by: 'standing' }),
    { ...part('II', 'Kết quả theo nhóm nhiệm vụ'), writes: false },
    ...resultSlots(plan),
    { ...part('III', 'Đánh giá'), writes: false },
    under('III.1', 'Ưu điểm', { by: 'done' }),
    under('III.2', 'Hạn chế', { by: 'late' }),
    under('III.3', 'Nguyên nhân', { by: 'causes' }),
    part('IV', 'Phương hướng kỳ tới', { by: 'ahead' }),
    part('V', 'Kiến nghị, đề xuất', { by: 'difficulties' }),
  ];
}

const slot = (level: 1 | 2, key: string, heading: string, takes: Slot['takes']): Slot => ({
  key,
  level,
  heading,
  writes: true,
  takes,
  question: '',
  maxWords: null,
  isRequired: false,
  rows: [],
});
const part = (key: string, heading: string, takes: Slot['takes'] = null): Slot =>
  slot(1, key, heading, takes);
const under = (key: string, heading: string, takes: Slot['takes'] = null): Slot =>
  slot(2, key, heading, takes);

function resultSlots(plan: PlanShape): Slot[] {
  const groups = plan.taskGroups.map((group, index) =>
    under(`II.${index + 1}`, headingOf(plan.text.slice(...group.span)), {
      by: 'task-group',
      path: group.path,
    }),
  );
  const slots = groups.length ? groups : sectionSlots(plan);
  const rest = slots.length ? 'Nhiệm vụ khác được giao' : 'Kết quả thực hiện nhiệm vụ được giao';
  return [...slots, under(`II.${slots.length + 1}`, rest, { by: 'rest' })];
}

/** Sections that hold duties: the highest level of the plan at which they differ. */
function sectionSlots({ text, outline, dutyPaths }: PlanShape): Slot[] {
  const paths = dutyPaths.filter(Boolean);
  const depth = [1, 2].find((d) => new Set(paths.map((path) => ancestor(path, d))).size > 1) ?? 1;
  const sections = [...new Set(paths.map((path) => ancestor(path, depth)))];
  return sections.map((path, index) => {
    const entry = outline.find((one) => one.path === path);
    const heading = entry ? headingOf(text.slice(...entry.span), entry.label) : '';
    return under(`II.${index + 1}`, heading || `Mục ${path}`, { by: 'section', path });
  });
}

const ancestor = (path: string, depth: number): string => path.split('.').slice(0, depth).join('.');

/** The first sentence of a passage without its number; a long one ends at the last comma that fits. */
export function headingOf(passage: string, label = ''): string {
  const plain = passage
    .replace(/[*_#]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const bare = (label && plain.startsWith(label) ? plain.slice(label.length) : plain)
    .replace(/^(?:[IVXLC]+|\d{1,3}|\p{Ll})\s*[.)]\s+/u, '')
    .trim();
  const sentence = (/^.*?\p{L}{2,}[.;:](?=\s|$)/u.exec(bare)?.[0] ?? bare).replace(/[\s.;:,]+$/, '');
  if (sentence.length <= longestHeading) return sentence;
  const cut = sentence.slice(0, longestHeading);
  const comma = Math.max(cut.lastIndexOf(','), cut.lastIndexOf(';'));
  return (comma > 40 ? cut.slice(0, comma) : cut.slice(0, cut.lastIndexOf(' '))).trim();
}

/** The slot in which a duty is reported: its first task group's, its section's, or the one for the rest. */
export function slotOfDuty(slots: readonly Slot[], duty: { path: string; taskGroups: readonly string[] }) {
  const byGroup = duty.taskGroups
    .map((path) => slots.find((slot) => slot.takes?.by === 'task-group' && slot.takes.path === path))
    .find(Boolean);
  const bySection = slots.find(
    ({ takes }) =>
      takes?.by === 'section' && (duty.path === takes.path || duty.path.startsWith(`${takes.path}.`)),
  );
  return byGroup ?? bySection ?? slots.find((slot) => slot.takes?.by === 'rest') ?? null;
}

/** Results of duties are told under it, duty by duty; other headings are written over all of them, or by hand. */
export const tellsOfDuties = ({ takes }: Slot): boolean =>
  takes !== null && ['task-group', 'section', 'rest'].includes(takes.by);
