import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Lines, nextLines, none, wantedAt } from './row-window.ts';

type Known = (line: number) => boolean;
/** `rem`: the height of a line. */
type Rows = { count: number; rem: number; isKnown: Known; look: (wanted: Lines) => void };

/**
 * Which lines stand on the page while a list of lines of one height is moved in `scroller`. A few come in each frame;
 * heights are never measured. `look` is told what is wanted.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, rows: Rows) {
  const [lines, setLines] = useState(none);
  const [row] = useState(
    () => rows.rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  );
  const now = useRef({ rows, lines, frame: 0, height: 0 });
  const wake = useRef(() => {});
  useLayoutEffect(() => {
    Object.assign(now.current, { rows, lines });
  });
  useEffect(() => {
    const list = scroller.current!;
    const step = () => {
      now.current.frame = 0;
      const { rows, lines, height } = now.current;
      const at = wantedAt({ top: list.scrollTop, height, row, count: rows.count });
      rows.look(at.wanted);
      const next = nextLines(lines, at, rows.isKnown);
      if (next.from !== lines.from || next.to !== lines.to) setLines(next);
    };
    wake.current = () => {
      now.current.frame ||= requestAnimationFrame(step);
    };
    const size = new ResizeObserver(([entry]) => {
      now.current.height = entry!.contentRect.height;
      wake.current();
    });
    size.observe(list);
    list.addEventListener('scroll', wake.current, { passive: true });
    return () => {
      size.disconnect();
      list.removeEventListener('scroll', wake.current);
      cancelAnimationFrame(now.current.frame);
    };
  }, [scroller, row]);
  // More may be wanted than came in this frame, or may be known since.
  useEffect(() => wake.current());
  return { lines, row };
}
