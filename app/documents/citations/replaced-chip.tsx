import { useQuery } from '@tanstack/react-query';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { citationWords } from './citation.words.ts';
import type { Replacement } from './instrument.ts';
import { documentCitationsQuery } from './use-citations.ts';
import './citations.css';

/** Says in words that an instrument was replaced, by what and since when; nothing while it stands. The quote itself is never touched. */
export function ReplacedChip({ replacement }: { replacement: Replacement | null | undefined }) {
  const t = useWords(citationWords);
  if (!replacement) return null;
  const by = replacement.by.join(t.and);
  const { since } = replacement;
  const when = since === null ? '' : since.length === 10 ? t.since(showDay(since)) : t.sinceYear(since);
  return (
    <span className="replaced-chip" title={`${t.source}: ${replacement.source.join('; ')}`}>
      {replacement.verified ? t.replaced(by) : t.replacedUnsure(by)}
      {when ? ` (${when})` : null}
    </span>
  );
}

/** The chip beside one citation of a document that is open in the reader. */
export function ReplacedInReader({ documentId, symbol }: { documentId: string; symbol: string }) {
  const { data } = useQuery(documentCitationsQuery(documentId));
  return <ReplacedChip replacement={data?.cited.find((one) => one.symbol === symbol)?.replacement} />;
}
