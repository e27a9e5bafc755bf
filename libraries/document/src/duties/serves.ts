import type { Outline } from '../outline/build.ts';
import { firstWords } from '../outline/entries.ts';
import type { Item } from '../outline/item.ts';
import type { Duty, TaskGroup } from '../reading.ts';
import { type Clean, spanOf } from '../text/clean.ts';
import { originalSpan, type Source } from '../text/nfc.ts';
import { type Words, wordsOf } from '../text/words.ts';
import type { Draft } from './draft.ts';

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
  const vocabulary: Vocabulary = new Map();
  const groups = items.slice(0, 200).map((item) => groupOf(item, source, vocabulary));
  const rare = rarity(groups.map((entry) => entry.phrases));
  if (groups.length === 0) return [];
  for (const [i, duty] of duties.slice(0, 2000).entries())
    linkDuty(duty, drafts[i]!.clean, groups, rare, vocabulary);
  return groups.map(({ group }) => group);
}

/** The numbered groups of the parts that set tasks without assigning them. */
function taskItems(outline: Outline): Item[] {
  return outline.root.children
    .filter((part) => part.kind === 'roman' || part.kind === 'letter' || part.kind === 'chapter')
    .filter((part) => taskHeading.test(part.words.text) && !assigning.test(part.words.text))
    .flatMap((part) => part.children.filter((item) => item.kind === 'clause' && item.path !== null));
}

function groupOf(item: Item, source: Source, vocabulary: Vocabulary): Group {
  const phrases = new Set<number>();
  let budget = 6000;
  const visit = (part: Item): void => {
    if (budget <= 0) return;
    budget -= part.words.text.length;
    for (const phrase of phrasesOf(part.words, vocabulary).keys) if (phrase >= 0) phrases.add(phrase);
    for (const child of part.children) visit(child);
  };
  visit(item);
  const span = originalSpan(source, spanOf(item.words, 0, item.words.text.length));
  return {
    item,
    phrases,
    group: { path: item.path!, start: firstWords(item.words.text, 14), span, dutyIds: [] },
  };
}

const hasDutyUnder = (item: Item, held: ReadonlySet<string | null>): boolean =>
  item.children.some((child) => held.has(child.path) || hasDutyUnder(child, held));

/** A text as numbered words; `keys[k]` stands for the four words that end at word `k`, -1 where a comma parts them. */
interface Phrasing {
  words: Words;
  keys: number[];
}

type Vocabulary = Map<string, number>;

/** Runs of four words inside a clause. Syllables number far below 8,192: four of them fit one exact number. */
function phrasesOf(clean: Clean, vocabulary: Vocabulary): Phrasing {
  const words = wordsOf(clean);
  const count = Math.min(words.count, 1500);
  const ids: number[] = [];
  const keys: number[] = [];
  let run = 0;
  for (let k = 0; k < count; k++) {
    const word = words.lower[k]!;
    let id = vocabulary.get(word);
    if (id === undefined) {
      id = vocabulary.size & 8191;
      vocabulary.set(word, id);
    }
    ids.push(id);
    run = k > 0 && words.after[k - 1] === '' && words.before[k] === '' ? run + 1 : 1;
    keys.push(run < 4 ? -1 : ((ids[k - 3]! * 8192 + ids[k - 2]!) * 8192 + ids[k - 1]!) * 8192 + id);
  }
  return { words, keys };
}

/** In how many groups each phrase stands. */
function rarity(groups: readonly Set<number>[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const group of groups) for (const phrase of group) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  return counts;
}

interface Group {
  item: Item;
  phrases: Set<number>;
  group: TaskGroup;
}

function linkDuty(
  duty: Duty,
  clean: Clean,
  groups: readonly Group[],
  rare: ReadonlyMap<number, number>,
  vocabulary: Vocabulary,
): void {
  const { words, keys } = phrasesOf(clean, vocabulary);
  const most = Math.max(1, groups.length / 3);
  const places = keys.flatMap((key, k) => (key >= 0 && (rare.get(key) ?? most + 1) <= most ? [k] : []));
  if (places.length === 0) return;
  for (const { phrases, group } of groups) {
    const shared = merged(places.filter((k) => phrases.has(keys[k]!)));
    if (shared.reduce((sum, [from, to]) => sum + to - from + 1, 0) < 6) continue;
    const texts = shared.map(([from, to]) => words.text.slice(words.begin[from]!, words.end[to]!));
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
    else runs.push([k - 3, k]);
  }
  return runs;
}
