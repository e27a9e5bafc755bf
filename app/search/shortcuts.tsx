import { useLocalStorage } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { focusRow } from '#app/duties/bulk/list-keys.ts';
import { SEARCH_BOX } from './search-box.tsx';
import { pageOfKey } from './shortcut-keys.ts';

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
  const wentAt = useRef(0);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        show('palette');
        return;
      }
      if (!singleKeys || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const isSecond = event.timeStamp - wentAt.current < PATIENCE;
      wentAt.current = event.key === 'g' && !isSecond ? event.timeStamp : 0;
      const page = isSecond ? pageOfKey(event.key) : undefined;
      if (page) void navigate({ to: page });
      else if (event.key === '/') document.getElementById(SEARCH_BOX)?.focus();
      else if (event.key === '?') show('list');
      else if (event.key === 'j' || event.key === 'k') {
        // Only where a list can be gone through.
        if (!focusRow(event.key === 'j' ? 1 : -1)) return;
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [navigate, show, singleKeys]);
}

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
