import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

type Props = {
  id: string;
  asOf: string | undefined;
  className?: string | undefined;
  tabIndex?: number | undefined;
  children: ReactNode;
};

/** A link to a duty for long lists: a plain address, because a link of the router costs more than the line it stands in. */
export function DutyLink({ id, asOf, children, ...rest }: Props) {
  const router = useRouter();
  const to = { to: `/duties/${id}`, search: (asOf ? { asOf } : {}) as never };
  const open = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    void router.navigate(to);
  };
  return (
    <a
      href={`/duties/${id}${asOf ? `?asOf=${asOf}` : ''}`}
      onPointerDown={() => void router.preloadRoute(to)}
      onClick={open}
      {...rest}
    >
      {children}
    </a>
  );
}
