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
    const frame = requestAnimationFrame(() => {
      const place = document.querySelector(`.reader-text [data-begin="${Number(at)}"]`);
      if (place) bringIntoView(place);
    });
    return () => cancelAnimationFrame(frame);
  }, [at]);
  if (at === undefined) return null;
  return (
    <style>{`.reader-text [data-begin="${Number(at)}"]{background:var(--mark-current);color:var(--mark-ink)}`}</style>
  );
}

/** Scrolls the pane alone where it scrolls by itself, so that the heading of the page stays; else the page. */
function bringIntoView(place: Element): void {
  const pane = place.closest('.reader-scroll');
  if (!pane || pane.scrollHeight <= pane.clientHeight + 1) {
    place.scrollIntoView({ block: 'center' });
    return;
  }
  const middle = pane.getBoundingClientRect().top + pane.clientHeight / 2;
  pane.scrollTop += place.getBoundingClientRect().top - middle;
}
