import type { Item, TaskKey } from './home.contract.ts';

type Task = { key: TaskKey; count: number; items: Item[] };
/** One of today's first three: a kind of work, the thing it is about, and how many like it are done in one go. */
export type NextAction = { key: TaskKey | 'remind-overdue'; item: Item; count: number };

/** Done for all of them in one go, on a list. Everything else is one thing after another. */
export const inOneGo: readonly NextAction['key'][] = [
  'not-received',
  'parts-to-confirm',
  'remind-overdue',
  'data-requests',
  'people-without-password',
  'agencies-without-people',
];

const MOST = 3;

/**
 * The first three things to do: the most pressing of each kind in the order of the kinds, then the next of each.
 * One piece of work is named once, however many reasons there are to open it.
 */
export function pickActions(tasks: readonly Task[], overdue: { count: number; items: Item[] }): NextAction[] {
  const all = [
    ...tasks,
    ...(overdue.count
      ? [{ key: 'remind-overdue' as const, ...overdue, items: overdue.items.slice(0, 1) }]
      : []),
  ];
  const picked: NextAction[] = [];
  const named = new Set<string>();
  const rounds = Math.max(0, ...all.map(({ items }) => items.length));
  for (let round = 0; round < rounds; round++)
    for (const { key, items, count } of all) {
      const item = items[round];
      if (!item || picked.length === MOST || (round > 0 && inOneGo.includes(key))) continue;
      if (named.has(item.id) && !inOneGo.includes(key)) continue;
      named.add(item.id);
      picked.push({ key, item, count: inOneGo.includes(key) ? count : 1 });
    }
  return picked;
}
