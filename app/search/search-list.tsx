import { useEffect } from 'react';
import { useWords } from '#app/web/language.tsx';
import { HitLines } from './hit-lines.tsx';
import type { SearchAnswer } from './search.contract.ts';
import { searchWords } from './search.words.ts';

type Props = {
  id: string;
  groups: SearchAnswer['groups'];
  asked: string;
  /** Which option Enter opens; -1: none, and the last one is 'all results'. */
  chosen: number;
  open: (option: number) => void;
};

export const optionId = (list: string, option: number) => `${list}-${option}`;

/** The first results below the search box; the box keeps the focus and says which one is chosen (ARIA combobox). */
export function SearchList({ id, groups, asked, chosen, open }: Props) {
  const t = useWords(searchWords);
  const many = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  useEffect(() => {
    if (chosen >= 0) document.getElementById(optionId(id, chosen))?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  const option = (at: number) => ({
    id: optionId(id, at),
    role: 'option',
    'aria-selected': at === chosen,
    'data-selected': at === chosen || undefined,
    className: 'search-option',
    onClick: () => open(at),
  });
  let at = 0;
  return (
    // What is pressed here must not take the focus from the box, which would close the list.
    <div
      id={id}
      role="listbox"
      aria-label={t.results}
      className="search-list"
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ kind, hits }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options
        <div key={kind} role="group" aria-label={t.kinds[kind]}>
          <div className="search-list-heading" aria-hidden>
            {t.kinds[kind]}
          </div>
          {hits.map((hit) => (
            <div key={hit.id} {...option(at++)}>
              <HitLines hit={hit} />
            </div>
          ))}
        </div>
      ))}
      <div {...option(many)}>{many ? t.all(asked) : t.none(asked)}</div>
    </div>
  );
}
