import type { CSSProperties, ReactNode, Ref } from 'react';
import './scroll-region.css';

/** What is wider than the page or longer than its place, and scrolls by itself: named, and scrolled by keyboard too. */
export function ScrollRegion({
  label,
  className = '',
  style,
  onScroll,
  ref,
  children,
}: {
  label: string;
  className?: string;
  style?: CSSProperties;
  onScroll?: () => void;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}) {
  return (
    <section
      ref={ref}
      className={`scroll-region ${className}`}
      style={style}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
      tabIndex={0}
      onScroll={onScroll}
    >
      {children}
    </section>
  );
}
