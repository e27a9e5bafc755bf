import { attribute } from './attribute.ts';
import {
  type AgencySource,
  agencySources,
  type DraftSentence,
  keyOfSource,
  type Sentence,
} from './sentence.ts';

/** What has to be done to a draft so that it follows from the reports as they are filed now. */
export type Gathering = {
  add: DraftSentence[];
  change: { id: string; text: string; marks: Sentence['marks']; sources: Sentence['sources'] }[];
  /** Their words were withdrawn or replaced by the agency. */
  setAside: string[];
  /** The program's own statements that hold no longer ("nothing under this heading"). */
  drop: string[];
};

/**
 * Compares a draft with a fresh one. What a person edited, wrote or set aside is never touched; an untouched
 * sentence follows its sources; whatever no sentence stands on yet is added.
 * @param fresh the draft as it would be made today
 */
export function gather(existing: readonly Sentence[], fresh: readonly DraftSentence[]): Gathering {
  const result: Gathering = { add: [], change: [], setAside: [], drop: [] };
  const current = new Map(
    fresh.flatMap(({ sources }) => agencySources(sources).map((source) => [keyOfSource(source), source])),
  );
  const kept = new Map<string, AgencySource[]>();
  for (const sentence of existing.filter((one) => isUntouched(one) && agencySources(one.sources).length)) {
    const still = agencySources(sentence.sources).flatMap((source) => {
      const now = current.get(keyOfSource(source));
      return now ? [areMarkedAlike(now, source) ? source : now] : [];
    });
    if (still.length) kept.set(sentence.id, still);
    else result.setAside.push(sentence.id);
  }
  const taken = new Map<string, string>();
  for (const sentence of existing)
    for (const source of agencySources(sentence.sources)) taken.set(keyOfSource(source), sentence.id);
  for (const made of fresh) gatherOne(existing, made, taken, kept, result);
  for (const [id, sources] of kept) {
    const before = existing.find((one) => one.id === id)!;
    const isAsBefore = sources.every((source) => before.sources.includes(source));
    if (sources.length !== before.sources.length || !isAsBefore)
      result.change.push({ id, ...attribute(sources), sources });
  }
  return { ...result, ...computed(existing, fresh, result) };
}

/** The same words may be filed again with other marks. */
const areMarkedAlike = (a: AgencySource, b: AgencySource): boolean =>
  JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);

const isUntouched = (sentence: Sentence): boolean =>
  !sentence.isEdited && !sentence.isEditorial && sentence.removedReason === null;

/** Sources that no sentence has yet join the untouched sentence that says the same, or make a new one. */
function gatherOne(
  existing: readonly Sentence[],
  made: DraftSentence,
  taken: ReadonlyMap<string, string>,
  kept: Map<string, AgencySource[]>,
  result: Gathering,
): void {
  const sources = agencySources(made.sources);
  const untaken = sources.filter((source) => !taken.has(keyOfSource(source)));
  if (!untaken.length) return;
  const host = sources
    .map((source) => taken.get(keyOfSource(source)))
    .find(
      (id) =>
        id !== undefined && kept.has(id) && existing.some((one) => one.id === id && one.slot === made.slot),
    );
  if (host) kept.set(host, [...kept.get(host)!, ...untaken]);
  else if (untaken.length === sources.length) result.add.push(made);
  else result.add.push({ slot: made.slot, ...attribute(untaken), sources: untaken });
}

/** Counts and statements of the program are written anew while nobody has edited them. */
function computed(existing: readonly Sentence[], fresh: readonly DraftSentence[], so: Gathering) {
  const add = [...so.add];
  const change = [...so.change];
  const drop: string[] = [];
  const before = new Map(existing.flatMap((one) => keysOfOwn(one.sources).map((key) => [key, one] as const)));
  const after = new Map(fresh.flatMap((one) => keysOfOwn(one.sources).map((key) => [key, one] as const)));
  for (const [key, made] of after) {
    const old = before.get(key);
    if (!old) add.push(made);
    else if (isUntouched(old) && old.text !== made.text)
      change.push({ id: old.id, text: made.text, marks: [], sources: made.sources });
  }
  for (const [key, old] of before) if (!after.has(key) && isUntouched(old)) drop.push(old.id);
  return { add, change, drop };
}

const keysOfOwn = (sources: Sentence['sources']): string[] =>
  sources.flatMap((source) => (source.kind === 'agency-report' ? [] : [`${source.kind}:${source.about}`]));
