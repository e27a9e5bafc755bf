import type { Tx } from '#app/platform/database.ts';
import type { Asked, Computed, ReportFeeds } from '../feeds.ts';
import type { Indicator } from '../indicator.contract.ts';

/** The figures of a definition that the program can compute, by indicator. One that no feed brings any more is typed. */
export async function computeValues(
  tx: Tx,
  feeds: ReportFeeds,
  indicators: readonly Indicator[],
  asked: Asked,
): Promise<Map<string, Computed>> {
  const byName = new Map(feeds.figures.map((figure) => [figure.name, figure]));
  const made = new Map<string, Computed>();
  for (const { key, computedBy } of indicators) {
    const figure = computedBy && byName.get(computedBy);
    if (figure) made.set(key, await figure.compute(tx, asked));
  }
  return made;
}
