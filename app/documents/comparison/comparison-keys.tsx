import { Kbd } from '@mantine/core';
import { useEffect } from 'react';
import { useWords } from '#app/web/language.tsx';
import { comparisonWords } from './comparison.words.ts';

type Actions = Record<'next' | 'previous' | 'ours' | 'theirs' | 'own', () => void>;

const keys: Record<string, keyof Actions> = {
  j: 'next',
  k: 'previous',
  '1': 'ours',
  '2': 'theirs',
  e: 'own',
};

/** Help line of the keys, and the keys themselves. Typing stays typing. */
export function ComparisonKeys({ actions }: { actions: Actions }) {
  const t = useWords(comparisonWords);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = keys[event.key];
      if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as HTMLElement).closest('input, textarea, select, [role=menu], [role=dialog]'))
        return;
      event.preventDefault();
      actions[action]();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [actions]);
  return (
    <p className="comparison-keys">
      <span>
        <Kbd size="xs">j</Kbd> <Kbd size="xs">k</Kbd> {t.keys.move}
      </span>
      <span>
        <Kbd size="xs">1</Kbd> {t.keys.ours}
      </span>
      <span>
        <Kbd size="xs">2</Kbd> {t.keys.theirs}
      </span>
      <span>
        <Kbd size="xs">e</Kbd> {t.keys.own}
      </span>
    </p>
  );
}
