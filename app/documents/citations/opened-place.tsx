import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Brings the words at `?at=` of the address into view and colours them; `onShow` opens the text where it is hidden. */
export function OpenedPlace({ onShow }: { onShow: () => void }) {
  const { at } = useSearch({ strict: false }) as { at?: number };
  const show = useRef(onShow);
  show.current = onShow;
  useEffect(() => {
    if (at === undefined) return;
    show.current();
    const frame = requestAnimationFrame(() =>
      document
        .querySelector(`.reader-text [data-begin="${Number(at)}"]`)
        ?.scrollIntoView({ block: 'center', behavior: 'auto' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [at]);
  if (at === undefined) return null;
  return (
    <style>{`.reader-text [data-begin="${Number(at)}"]{background:var(--mark-current);color:var(--mark-ink)}`}</style>
  );
}
