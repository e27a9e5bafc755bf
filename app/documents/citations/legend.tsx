import { useWords } from '#app/web/language.tsx';
import { citationWords } from './citation.words.ts';

/** What lines and frames of the graph mean. */
export function Legend() {
  const t = useWords(citationWords);
  return (
    <span className="graph-legend">
      {t.graphHelp} {t.basisLegend}; {t.otherLegend}; {t.replacedLegend}.
    </span>
  );
}
