import { Button, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '#app/web/language.tsx';
import { splitWords } from './split.words.ts';

/** A place at which a duty may be split, with the words around it. */
export type SplitPlace = { at: number; before: string; after: string };

/** The places at which a duty may be split, to choose from without a mouse. Escape leaves it. */
export function Splitter({
  places,
  onSplit,
  onCancel,
}: {
  places: SplitPlace[];
  onSplit: (at: number) => void;
  onCancel: () => void;
}) {
  const t = useWords(splitWords);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector('button')?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from the buttons within.
    <div ref={root} className="splitter" onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <Text fw={600} fz="sm">
        {t.where}
      </Text>
      <Text fz="sm" c="dimmed">
        {places.length ? t.help : t.noPoint}
      </Text>
      <ul>
        {places.map(({ at, before, after }) => (
          <li key={at}>
            <button type="button" aria-label={t.splitBetween(before, after)} onClick={() => onSplit(at)}>
              … {before} <b aria-hidden>┃</b> {after} …
            </button>
          </li>
        ))}
      </ul>
      <Button size="xs" variant="default" onClick={onCancel}>
        {t.cancel}
      </Button>
    </div>
  );
}
