/** The second key after 'g', and the page it opens. */
const goKeys: readonly (readonly [string, string])[] = [
  ['h', '/'],
  ['d', '/duties'],
  ['v', '/documents'],
  ['k', '/difficulties'],
  ['l', '/letters'],
  ['r', '/reports'],
  ['f', '/figures'],
  ['a', '/agencies'],
];

export type KeyCommand =
  | { does: 'palette' | 'search' | 'list' | 'next-row' | 'last-row' }
  | { does: 'go'; to: string };

export type Shortcut = { keys: readonly string[]; joined: '+' | 'then'; command: KeyCommand };

/** Every key that works on all pages: what '?' lists and what is listened for. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['Ctrl', 'K'], joined: '+', command: { does: 'palette' } },
  { keys: ['/'], joined: 'then', command: { does: 'search' } },
  { keys: ['?'], joined: 'then', command: { does: 'list' } },
  { keys: ['j'], joined: 'then', command: { does: 'next-row' } },
  { keys: ['k'], joined: 'then', command: { does: 'last-row' } },
  ...goKeys.map(([key, to]) => ({
    keys: ['g', key],
    joined: 'then' as const,
    command: { does: 'go' as const, to },
  })),
];

export type Press = { key: string; isControl: boolean; isAlt: boolean; isTyping: boolean };
/** What a key begins: a command, waiting for a second key, or nothing of ours. */
export type Begun = KeyCommand | 'first-key' | null;

/**
 * `first`: the key pressed just before, when a second one was waited for. With Vietnamese typing on, a capital and the
 * letter come through alike. Single keys do nothing while one types, nor when they are turned off.
 */
export function begunBy(press: Press, first: string | null, singleKeys: boolean): Begun {
  const key = press.key.toLowerCase();
  if (press.isAlt) return null;
  if (press.isControl) return find(['ctrl', key]);
  if (!singleKeys || press.isTyping) return null;
  if (first) return find([first.toLowerCase(), key]);
  return (
    find([key]) ?? (shortcuts.some(({ keys }) => keys.length > 1 && keys[0] === key) ? 'first-key' : null)
  );
}

const find = (pressed: string[]): KeyCommand | null =>
  shortcuts.find(({ keys }) => keys.join(' ').toLowerCase() === pressed.join(' '))?.command ?? null;
