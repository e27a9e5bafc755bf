import type { Outline } from '../outline/build.ts';
import { firstWords } from '../outline/entries.ts';
import type { Item } from '../outline/item.ts';
import type { Duty, TaskGroup } from '../reading.ts';
import { spanOf } from '../text/clean.ts';
import { originalSpan, type Source } from '../text/nfc.ts';
import { type Words, wordsOf } from '../text/words.ts';
import type { Draft } from './draft.ts';
import { PhraseTable, phraseSize } from './phrase-table.ts';

const taskHeading = /nhiệm vụ|giải pháp|nội dung/i;
const assigning = /tổ chức thực hiện|phân công|trách nhiệm/i;

/** Task groups of the “Nhiệm vụ” parts, linked with the duties that share their phrases. Fills `serves` of the duties. */
export function linkTasks(
  outlines: readonly Outline[],
  duties: readonly Duty[],
  drafts: readonly Draft[],
  source: Source,
): TaskGroup[] {
  const held = new Set(duties.map((duty) => duty.path));
  const items = outlines
    .flatMap(taskItems)
    .filter((item) => !held.has(item.path) && !hasDutyUnder(item, held));
  const table = new PhraseTable();
  const groups = items.slice(0, 200).map((item, i) => groupOf(item, i, source, table));
  if (groups.length === 0) return [];
  for (const [i, duty] of duties.slice(0, 2000).entries()) linkDuty(duty, drafts[i]!.words, groups, table);
  return groups;
}

/** The numbered groups of the parts that set tasks without assigning them. */
function taskItems(outline: Outline): Item[] {
  return outline.root.children
    .filter((part) => part.kind === 'roman' || part.kind === 'letter' || part.kind === 'chapter')
    .filter((part) => taskHeading.test(part.words.text) && !assigning.test(part.words.text))
    .flatMap((part) => part.children.filter((item) => item.kind === 'clause' && item.path !== null));
}

/** A task group; its phrases go into the table. */
function groupOf(item: Item, index: number, source: Source, table: PhraseTable): TaskGroup {
  let budget = 6000;
  const visit = (part: Item): void => {
    if (budget <= 0) return;
    budget -= part.words.text.length;
    table.learn(wordsOf(part.words), index);
    for (const child of part.children) visit(child);
  };
  visit(item);
  const span = originalSpan(source, spanOf(item.words, 0, item.words.text.length));
  return { path: item.path!, start: firstWords(item.words.text, 14), span, dutyIds: [] };
}

const hasDutyUnder = (item: Item, held: ReadonlySet<string | null>): boolean =>
  item.children.some((child) => held.has(child.path) || hasDutyUnder(child, held));

/** A duty serves the groups with which it shares phrases that few groups have. */
function linkDuty(duty: Duty, words: Words, groups: readonly TaskGroup[], table: PhraseTable): void {
  const placesOf = table.find(words, Math.max(1, groups.length / 3));
  for (const index of [...placesOf.keys()].sort((a, b) => a - b)) {
    const shared = merged(placesOf.get(index)!);
    if (shared.reduce((sum, [from, to]) => sum + to - from + 1, 0) < 6) continue;
    const texts = shared.map(([from, to]) => words.text.slice(words.begin[from]!, words.end[to]!));
    const group = groups[index]!;
    duty.serves.push({
      path: group.path,
      phrases: [...new Set(texts)].sort((a, b) => b.length - a.length).slice(0, 5),
    });
    group.dutyIds.push(duty.id);
  }
}

/** Phrases that overlap become one: first and last word of each run. */
function merged(places: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (const k of places) {
    const last = runs.at(-1);
    if (last !== undefined && k === last[1] + 1) last[1] = k;
    else runs.push([k - phraseSize + 1, k]);
  }
  return runs;
}
