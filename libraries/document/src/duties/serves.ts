import type { Outline } from '../outline/build.ts';
import { firstWords } from '../outline/entries.ts';
import type { Item } from '../outline/item.ts';
import type { Duty, TaskGroup } from '../reading.ts';
import { spanOf } from '../text/clean.ts';
import { originalSpan, type Source } from '../text/nfc.ts';
import { toWords } from '../text/words.ts';

const taskHeading = /nhiệm vụ|giải pháp|nội dung/i;
const assigning = /tổ chức thực hiện|phân công|trách nhiệm/i;

/** Task groups of the “Nhiệm vụ” parts, linked with the duties that share their phrases. Fills `serves` of the duties. */
export function linkTasks(outlines: readonly Outline[], duties: readonly Duty[], source: Source): TaskGroup[] {
  const groups: { item: Item; phrases: Set<string>; group: TaskGroup }[] = [];
  for (const outline of outlines) {
    for (const part of outline.root.children) {
      if (part.kind !== 'roman' && part.kind !== 'letter' && part.kind !== 'chapter') continue;
      if (!taskHeading.test(part.words.text) || assigning.test(part.words.text)) continue;
      for (const item of part.children) if (item.kind === 'clause' && item.path !== null) groups.push(groupOf(item, source));
    }
  }
  const held = new Set(duties.map((duty) => duty.path));
  const open = groups.filter(({ item }) => !held.has(item.path) && !hasDutyUnder(item, held)).slice(0, 200);
  const rare = rarity(open.map((entry) => entry.phrases));
  for (const duty of duties.slice(0, 2000)) linkDuty(duty, open, rare);
  return open.map(({ group }) => group);
}

function groupOf(item: Item, source: Source): { item: Item; phrases: Set<string>; group: TaskGroup } {
  const phrases = new Set<string>();
  let budget = 6000;
  const visit = (part: Item): void => {
    if (budget <= 0) return;
    const text = part.words.text.slice(0, budget);
    budget -= text.length;
    for (const phrase of phrasesOf(text)) phrases.add(phrase);
    for (const child of part.children) visit(child);
  };
  visit(item);
  return { item, phrases, group: { path: item.path!, start: firstWords(item.words.text, 14), span: originalSpan(source, spanOf(item.words, 0, item.words.text.length)), dutyIds: [] } };
}

const hasDutyUnder = (item: Item, held: ReadonlySet<string | null>): boolean => item.children.some((child) => held.has(child.path) || hasDutyUnder(child, held));

/** Runs of four words inside a clause. */
function phrasesOf(text: string): Set<string> {
  const w = toWords(text, 0, 1500);
  const phrases = new Set<string>();
  let run = 0;
  for (let k = 0; k < w.count; k++) {
    run = k > 0 && w.after[k - 1] === '' && w.before[k] === '' ? run + 1 : 1;
    if (run >= 4) phrases.add(`${w.lower[k - 3]} ${w.lower[k - 2]} ${w.lower[k - 1]} ${w.lower[k]}`);
  }
  return phrases;
}

/** In how many groups each phrase stands. */
function rarity(groups: readonly Set<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) for (const phrase of group) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  return counts;
}

function linkDuty(duty: Duty, groups: readonly { phrases: Set<string>; group: TaskGroup }[], rare: ReadonlyMap<string, number>): void {
  if (groups.length === 0) return;
  const own = [...phrasesOf(duty.text.slice(0, 4000))].filter((phrase) => {
    const count = rare.get(phrase);
    return count !== undefined && count <= Math.max(1, groups.length / 3);
  });
  for (const { phrases, group } of groups) {
    const shared = own.filter((phrase) => phrases.has(phrase));
    const merged = mergePhrases(shared);
    if (merged.length === 0 || merged.reduce((sum, phrase) => sum + phrase.split(' ').length, 0) < 6) continue;
    duty.serves.push({ path: group.path, phrases: merged });
    group.dutyIds.push(duty.id);
  }
}

/** “a b c d” + “b c d e” → “a b c d e”; longest first. */
function mergePhrases(phrases: readonly string[]): string[] {
  const merged: string[] = [];
  for (const phrase of phrases) {
    const last = merged.at(-1);
    const head = phrase.slice(0, phrase.lastIndexOf(' '));
    if (last?.endsWith(head)) merged[merged.length - 1] = last + phrase.slice(head.length);
    else merged.push(phrase);
  }
  return merged.sort((a, b) => b.length - a.length).slice(0, 5);
}
