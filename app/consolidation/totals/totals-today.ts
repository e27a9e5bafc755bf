import type { Tx } from '#app/platform/database.ts';
import type { Consolidation } from '../consolidation.store.ts';
import { listKept } from '../findings/finding.store.ts';
import { leftOutBy } from '../findings/tellings.ts';
import { type FiledToday, filedToday, totalsOf } from '../make-draft.ts';
import { listSentences, updateSentence } from '../sentence.store.ts';
import { valueSentences } from '../since/value-sentences.ts';

/** Totals of a draft as the reports, the rates and the decisions stand now. */
export async function totalsToday(tx: Tx, { id, periodId }: Pick<Consolidation, 'id' | 'periodId'>) {
  const now: FiledToday = await filedToday(tx, periodId);
  const leftOut = leftOutBy(await listKept(tx, id));
  return { ...now, ...(await totalsOf(tx, now, leftOut)), leftOut };
}

/** Sentences on figures that nobody has written in follow the totals: after a decision, after a rate. */
export async function rewriteFigures(tx: Tx, draft: Consolidation): Promise<void> {
  const { period, totals, before } = await totalsToday(tx, draft);
  const fresh = valueSentences(period.definition.slots, period.definition.indicators, totals, before);
  const byKey = new Map(
    fresh.map((one) => [one.sources[0]!.kind === 'values' ? one.sources[0]!.about : '', one]),
  );
  for (const sentence of await listSentences(tx, draft.id)) {
    const [source] = sentence.sources;
    if (source?.kind !== 'values' || sentence.isEdited || sentence.isEditorial) continue;
    const made = byKey.get(source.about);
    if (made && made.text !== sentence.text) await updateSentence(tx, sentence.id, { text: made.text });
  }
}
