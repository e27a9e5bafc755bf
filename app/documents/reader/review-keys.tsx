import { Button, Kbd, Switch } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useWords } from '#app/web/language.tsx';
import { documentWords } from '../document.words.ts';
import { splitWords } from './split.words.ts';

export type KeyActions = Record<
  'next' | 'previous' | 'accept' | 'edit' | 'split' | 'merge' | 'doubt' | 'undo',
  () => void
>;

const keys: Record<string, keyof KeyActions> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Enter: 'accept',
  e: 'edit',
  s: 'split',
  m: 'merge',
  d: 'doubt',
  u: 'undo',
};

/** Help line of the keys, and the keys themselves. They can be switched off (WCAG 2.1.4). */
export function ReviewKeys({ actions }: { actions: KeyActions }) {
  const t = useWords(documentWords);
  const splitting = useWords(splitWords);
  const [on, setOn] = useLocalStorage({ key: 'nhipcau.review-keys', defaultValue: true });
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      const action = keys[event.key];
      if (!action || event.ctrlKey || event.metaKey || event.altKey || isForAnother(event)) return;
      event.preventDefault();
      actions[action]();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, actions]);
  return (
    <div className="review-keys">
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowBackUp size={15} />}
        onClick={actions.undo}
      >
        {t.undo}
      </Button>
      <Switch
        className="only-with-keys"
        size="xs"
        label={t.keysOn}
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
      {on ? (
        <span className="only-with-keys review-keys">
          <span>
            <Kbd size="xs">j</Kbd> <Kbd size="xs">k</Kbd> {t.keyHelp.move}
          </span>
          <span>
            <Kbd size="xs">Enter</Kbd> {t.keyHelp.accept}
          </span>
          <span>
            <Kbd size="xs">e</Kbd> {t.keyHelp.edit}
          </span>
          <span>
            <Kbd size="xs">s</Kbd> {splitting.keySplit}
          </span>
          <span>
            <Kbd size="xs">m</Kbd> {splitting.keyMerge}
          </span>
          <span>
            <Kbd size="xs">d</Kbd> {t.keyHelp.doubt}
          </span>
          <span>
            <Kbd size="xs">u</Kbd> {t.keyHelp.undo}
          </span>
        </span>
      ) : null}
    </div>
  );
}

/** Typing stays typing; Enter and arrows stay with the button, tab or menu that has the focus. */
function isForAnother(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  if (
    target.closest(
      'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=menu], [role=dialog]',
    )
  )
    return true;
  const acts = 'button:not(.duty-open), a, [role=tab], [role=switch], input, section[tabindex]';
  return event.key.length > 1 && target.closest(acts) !== null;
}
