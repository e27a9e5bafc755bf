import { useLocalStorage } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { focusRow } from '#app/duties/bulk/list-keys.ts';
import { SEARCH_BOX } from './search-box.tsx';
import { begunBy, type Press } from './shortcut-keys.ts';

const Palette = lazy(() =>
  import('./palette.tsx').then(({ Palette: component }) => ({ default: component })),
);
const ShortcutList = lazy(() =>
  import('./shortcut-list.tsx').then(({ ShortcutList: component }) => ({ default: component })),
);

/** How long the second key of 'g d' is waited for, in milliseconds. */
const PATIENCE = 1200;

/** Single keys can be turned off, for those who dictate (WCAG 2.1.4). */
export const useSingleKeys = () =>
  useLocalStorage({ key: 'single-keys', defaultValue: true, getInitialValueInEffect: false });

/** The keyboard on every page: Ctrl+K the commands, '/' the search box, 'g d' the duties, '?' the list of keys. */
export function Shortcuts() {
  const [shown, setShown] = useState<'palette' | 'list' | null>(null);
  const [singleKeys] = useSingleKeys();
  useKeys(singleKeys, setShown);
  return (
    <Suspense>
      {shown === 'palette' ? (
        <Palette close={() => setShown(null)} showKeys={() => setShown('list')} />
      ) : null}
      {shown === 'list' ? <ShortcutList close={() => setShown(null)} /> : null}
    </Suspense>
  );
}

function useKeys(singleKeys: boolean, show: (what: 'palette' | 'list') => void): void {
  const navigate = useNavigate();
  const waited = useRef({ key: '', at: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.key) return; // A browser that fills a field in sends such.
      const first = event.timeStamp - waited.current.at < PATIENCE ? waited.current.key : null;
      const begun = begunBy(pressOf(event), first, singleKeys);
      waited.current = {
        key: event.key.toLowerCase(),
        at: begun === 'first-key' ? event.timeStamp : Number.NEGATIVE_INFINITY,
      };
      if (!begun) return;
      if (begun === 'first-key') event.preventDefault();
      else if (begun.does === 'go') void navigate({ to: begun.to });
      else if (begun.does === 'search') document.getElementById(SEARCH_BOX)?.focus();
      else if (begun.does === 'palette' || begun.does === 'list') show(begun.does);
      // Only where a list can be gone through.
      else if (!focusRow(begun.does === 'next-row' ? 1 : -1)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [navigate, show, singleKeys]);
}

const pressOf = (event: KeyboardEvent): Press => ({
  key: event.key,
  isControl: event.ctrlKey || event.metaKey,
  isAlt: event.altKey,
  isTyping: isTyping(event),
});

/** In a field, or in a dialog that has keys of its own. */
function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest(
      'input:not([type="checkbox"]), textarea, select, [role="dialog"], [role="menu"], [role="listbox"]',
    ) !== null
  );
}
