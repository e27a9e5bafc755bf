import { expect, test } from 'vitest';
import { AT_ONCE, type Lines, nextLines, none, wantedAt } from './row-window.ts';

const all = () => true;
const seen = (top: number, count = 10_000) => wantedAt({ top, height: 700, row: 100, count });

function settle(there: Lines, at: ReturnType<typeof wantedAt>, isKnown: (line: number) => boolean = all) {
  const steps = [there];
  for (;;) {
    const next = nextLines(steps.at(-1)!, at, isKnown);
    if (next.from === steps.at(-1)!.from && next.to === steps.at(-1)!.to) return steps;
    steps.push(next);
  }
}

test('what is in sight and a little beyond is wanted, within the list', () => {
  expect(seen(0).wanted).toEqual({ from: 0, to: 15 });
  expect(seen(5050)).toEqual({ first: 50, wanted: { from: 42, to: 66 } });
  expect(seen(999_500).wanted).toEqual({ from: 9987, to: 10_000 });
  expect(seen(0, 3).wanted).toEqual({ from: 0, to: 3 });
});

test('after a jump the lines in sight come first, a few in each frame, until all wanted are there', () => {
  const steps = settle({ from: 0, to: 15 }, seen(500_000));
  expect(steps[1]).toEqual({ from: 5000, to: 5000 + AT_ONCE });
  expect(steps.at(-1)).toEqual(seen(500_000).wanted);
  for (const [at, { from, to }] of steps.slice(1).entries()) {
    const before = at ? steps[at]! : none;
    expect(to - from - (before.to - before.from)).toBeLessThanOrEqual(AT_ONCE);
  }
});

test('lines that stay in sight stay on the page', () => {
  expect(nextLines({ from: 42, to: 66 }, seen(5250), all)).toEqual({ from: 44, to: 68 });
  expect(nextLines({ from: 42, to: 66 }, seen(4850), all)).toEqual({ from: 40, to: 64 });
});

test('lines not known yet wait, whatever stands around them', () => {
  const later = (line: number) => line >= 5003;
  expect(settle(none, seen(500_000), later).at(-1)).toEqual({ from: 5003, to: 5015 });
  const earlier = (line: number) => line < 5003;
  expect(settle(none, seen(500_000), earlier).at(-1)).toEqual({ from: 4992, to: 5003 });
  expect(settle({ from: 0, to: 15 }, seen(500_000), () => false).at(-1)).toEqual(none);
});
