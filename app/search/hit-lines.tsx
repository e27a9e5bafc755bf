import { Text } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { MarkedText } from './marked-text.tsx';
import type { Hit } from './search.contract.ts';
import { searchWords } from './search.words.ts';

/** A thing found, in two lines. */
export function HitLines({ hit }: { hit: Hit }) {
  const t = useWords(searchWords);
  return (
    <>
      <Text fz="sm" component="div">
        <MarkedText marked={hit.title} />
        {hit.standing ? ` (${t.standing[hit.standing]})` : ''}
      </Text>
      {hit.line ? (
        <div className="search-option-line">
          {hit.byOtherName ? t.byName('') : ''}
          <MarkedText marked={hit.line} />
        </div>
      ) : null}
    </>
  );
}
