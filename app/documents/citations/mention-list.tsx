import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { citationWords } from './citation.words.ts';
import { ReplacedChip } from './replaced-chip.tsx';
import { type CitedHere, nameOf } from './use-citations.ts';

/** Every place that names an instrument, with the words around it, each leading to it in the reader. */
export function MentionList({ documentId, cited }: { documentId: string; cited: CitedHere }) {
  const t = useWords(citationWords);
  return (
    <section className="paper mention-box" aria-labelledby="mentions-heading" id="mentions">
      <h2 id="mentions-heading">{t.mentionsOf(nameOf(cited))}</h2>
      <ReplacedChip replacement={cited.replacement} />
      <ol className="mention-list">
        {cited.mentions.map((mention, index) => (
          <li key={mention.span[0]}>
            <Link
              to="/documents/$id"
              params={{ id: documentId } as never}
              search={{ tab: 'citations', at: mention.span[0] } as never}
              className="mention-link"
              aria-label={t.openInText(index + 1)}
            >
              {t.places[mention.place.kind]} {mention.place.path}
            </Link>
            <p className="document-text">
              {mention.before}
              <mark>{mention.text}</mark>
              {mention.after}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
