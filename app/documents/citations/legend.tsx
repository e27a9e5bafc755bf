import { useWords } from '#app/web/language.tsx';
import { citationWords } from './citation.words.ts';

/** What lines and frames of the graph mean. */
export function Legend({ help }: { help: string }) {
  const t = useWords(citationWords);
  return (
    <span className="graph-legend">
      {help} {t.legend}
    </span>
  );
}
