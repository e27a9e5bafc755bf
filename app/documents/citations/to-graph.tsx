import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { citationWords } from './citation.words.ts';

/** From the list of citations in the reader to their graph. */
export function ToGraph({ documentId }: { documentId: string }) {
  const t = useWords(citationWords);
  return (
    <li>
      <Link to="/documents/$id/citations" params={{ id: documentId } as never} className="citing-link">
        {t.openGraph}
      </Link>
    </li>
  );
}
