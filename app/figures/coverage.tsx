import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import type { Counts } from './figures.contract.ts';
import { figuresWords } from './figures.words.ts';
import { ShareBar } from './four-cells.tsx';

type Group = {
  documentId: string;
  symbol: string | null;
  path: string;
  start: string;
  duties: number;
  counts: Counts;
};

/** The task groups a plan sets out; the one that no duty serves is told in words. */
export function Coverage({ groups, oneDocument }: { groups: Group[]; oneDocument: boolean }) {
  const t = useWords(figuresWords);
  return (
    <ol className="coverage">
      {groups.map((group) => (
        <li key={group.documentId + group.path}>
          <span className="group-path">
            {oneDocument ? group.path : `${group.symbol ?? ''} ${group.path}`}
          </span>
          <span className="group-words document-text">{group.start}</span>
          <span className="group-figure">
            {group.duties ? (
              <>
                <Link to="/duties" search={{ document: group.documentId, group: group.path } as never}>
                  {t.serving(group.duties)}
                </Link>
                {group.counts['open-late'] ? (
                  <Link
                    to="/duties"
                    search={{ document: group.documentId, group: group.path, cell: 'open-late' } as never}
                  >
                    {t.late(group.counts['open-late'])}
                  </Link>
                ) : null}
                <ShareBar counts={group.counts} />
              </>
            ) : (
              <strong className="uncovered">
                <IconAlertTriangle size={18} aria-hidden="true" /> {t.uncovered}
              </strong>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
