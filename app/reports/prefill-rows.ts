import type { Tx } from '#app/platform/database.ts';
import type { Asked, ReportFeeds } from './feeds.ts';
import type { Offer } from './prefill.ts';
import { asParagraph, asSentence, type Slot } from './report.ts';

/** One paragraph for each row of the window, under the headings that name its register; `keys` says which rows these are. */
export async function prefillRows(
  tx: Tx,
  feeds: ReportFeeds,
  slots: readonly Slot[],
  asked: Asked,
  newId: () => string,
): Promise<{ offered: Offer[]; keys: Set<string> }> {
  const offered: Offer[] = [];
  const keys = new Set<string>();
  for (const { register, list } of feeds.rows) {
    const rows = await list(tx, asked);
    for (const { id } of rows) keys.add(`${register} ${id}`);
    const slot = slots.find((one) => one.writes && one.rows.includes(register));
    if (!slot) continue;
    for (const { id, title, text } of rows)
      offered.push({
        ...asParagraph({ id: newId(), slot: slot.key, text: asSentence(text), sources: [] }),
        records: [{ register, id, title }],
        key: `${register}:${id}`,
      });
  }
  return { offered, keys };
}
