import { ALIKE, likenessMeasure, sameWords } from '../likeness.ts';

/** How a document stands to an earlier one: it takes its whole place, or changes and adds to it. */
export type Relation = 'replaces' | 'amends';
/** What becomes of a duty: as it was · new words or day · ended · given for the first time. */
export type Fate = 'kept' | 'changed' | 'withdrawn' | 'new';

type Said = { id: string; path: string; text: string; deadlineWords: string | null };
export type Pair = { oldId: string | null; newId: string | null; as: Fate };

const replacing = /thay thế|bãi bỏ|hết hiệu lực/iu;
const amending = /sửa đổi|bổ sung|điều chỉnh/iu;
const REACH = 160;

/** What a text says of a document that it names at `begin`; null where it merely names it. */
export function relationAt(text: string, [begin, end]: [number, number]): Relation | null {
  const before = text
    .slice(Math.max(0, begin - REACH), begin)
    .split(/\n\s*\n/)
    .at(-1)!;
  const after = text.slice(end, end + REACH).split(/\n\s*\n/)[0]!;
  if (replacing.test(before) || /^[^.;]*(hết hiệu lực|được thay thế|bị bãi bỏ)/iu.test(after))
    return 'replaces';
  return amending.test(before) ? 'amends' : null;
}

/**
 * Proposes which duty of the new plan is which of the old: by likeness of words, a same place in the text counting
 * for it. Each goes into one pair. Old ones without a partner end when the plan is replaced, and go on when it is amended.
 */
export function pairDuties(old: readonly Said[], fresh: readonly Said[], relation: Relation): Pair[] {
  const alike = likenessMeasure();
  const pairs: (Pair & { score: number })[] = old.flatMap((was) =>
    fresh.flatMap((now) => {
      const likeness = alike(was.text, now.text);
      const samePlace = was.path !== '' && was.path === now.path;
      if (likeness < (samePlace ? ALIKE / 2 : ALIKE)) return [];
      const same =
        sameWords(was.text, now.text) && sameWords(was.deadlineWords ?? '', now.deadlineWords ?? '');
      const as = same ? ('kept' as const) : ('changed' as const);
      return [{ oldId: was.id, newId: now.id, as, score: likeness + (samePlace ? 0.2 : 0) }];
    }),
  );
  const found = new Map<string, Pair>();
  const taken = new Set<string>();
  for (const { score: _score, ...pair } of pairs.sort((a, b) => b.score - a.score)) {
    if (found.has(pair.oldId!) || taken.has(pair.newId!)) continue;
    found.set(pair.oldId!, pair);
    taken.add(pair.newId!);
  }
  const alone = relation === 'replaces' ? ('withdrawn' as const) : ('kept' as const);
  return [
    ...old.map(({ id }) => found.get(id) ?? { oldId: id, newId: null, as: alone }),
    ...fresh
      .filter(({ id }) => !taken.has(id))
      .map(({ id }) => ({ oldId: null, newId: id, as: 'new' as const })),
  ];
}

/** Why pairs cannot be confirmed as they are, in one sentence; null when each duty has exactly one fate that fits. */
export function faultOfPairs(
  pairs: readonly Pair[],
  old: readonly string[],
  fresh: readonly string[],
): string | null {
  const ids = (side: 'oldId' | 'newId') => pairs.flatMap((pair) => pair[side] ?? []);
  const covers = (said: string[], all: readonly string[]) =>
    said.length === all.length && new Set(said).size === all.length && all.every((id) => said.includes(id));
  if (!covers(ids('oldId'), old))
    return 'Danh sách nhiệm vụ của văn bản cũ vừa thay đổi: hãy tải lại trang rồi xem lại.';
  if (!covers(ids('newId'), fresh))
    return 'Danh sách nhiệm vụ của văn bản mới vừa thay đổi: hãy tải lại trang rồi xem lại.';
  const fits = ({ oldId, newId, as }: Pair) =>
    ({
      kept: oldId !== null,
      changed: oldId !== null && newId !== null,
      withdrawn: oldId !== null && newId === null,
      new: oldId === null && newId !== null,
    })[as];
  return pairs.every(fits)
    ? null
    : 'Có dòng chọn chưa khớp: nhiệm vụ giữ hay sửa cần nhiệm vụ cũ, nhiệm vụ thu hồi không gắn nhiệm vụ mới.';
}
