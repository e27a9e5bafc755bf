import { expect, test } from 'vitest';
import { navigation } from '#app/web/navigation.ts';
import { type Begun, begunBy, shortcuts } from './shortcut-keys.ts';

const plain = { isControl: false, isAlt: false, isTyping: false };
/** Presses the keys as they are listed; what the last of them does. */
function press(keys: readonly string[], given: Partial<typeof plain> = {}, singleKeys = true): Begun {
  if (keys[0] === 'Ctrl')
    return begunBy({ ...plain, key: keys[1]!, ...given, isControl: true }, null, singleKeys);
  let first: string | null = null;
  let begun: Begun = null;
  for (const key of keys) {
    begun = begunBy({ ...plain, key, ...given }, first, singleKeys);
    first = begun === 'first-key' ? key : null;
  }
  return begun;
}

test.each(shortcuts)('what is listed works: $keys', ({ keys, command }) => {
  expect(press(keys)).toEqual(command);
  expect(press(keys.map((key) => (key === 'Ctrl' ? key : key.toUpperCase())))).toEqual(command);
});

test('no two do the same key, and pages of keys are in the navigation', () => {
  expect(new Set(shortcuts.map(({ keys }) => keys.join(' '))).size).toBe(shortcuts.length);
  const pages = navigation.flatMap(({ entries }) => entries.map(({ to }) => to));
  for (const { command } of shortcuts) if (command.does === 'go') expect(pages).toContain(command.to);
});

test('single keys are silent while one types, when they are turned off, and with Alt; Ctrl+K never is', () => {
  for (const { keys, command } of shortcuts) {
    const always = keys[0] === 'Ctrl';
    expect(press(keys, { isTyping: true })).toEqual(always ? command : null);
    expect(press(keys, {}, false)).toEqual(always ? command : null);
    expect(press(keys, { isAlt: true })).toBeNull();
  }
  expect(press(['g', 'q'])).toBeNull();
  expect(press(['x'])).toBeNull();
});
