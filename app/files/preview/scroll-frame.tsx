import type { ReactNode, Ref } from 'react';

/** What scrolls by itself inside the page: a named region that is reached and scrolled by keyboard too. */
export function ScrollFrame({
  label,
  isDesk = false,
  onScroll,
  ref,
  children,
}: {
  label: string;
  /** Dark ground behind sheets of paper. */
  isDesk?: boolean;
  onScroll?: () => void;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}) {
  return (
    <section
      ref={ref}
      className={isDesk ? 'file-scroll file-desk' : 'file-scroll'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      onScroll={onScroll}
    >
      {children}
    </section>
  );
}
