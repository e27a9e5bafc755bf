import { expect, test } from 'vitest';
import { findReplacement, foldSymbol, instruments } from './instrument.ts';

test('NĐ 80/2020 was replaced on the day NĐ 313/2025 took force, not a day before', () => {
  expect(findReplacement('80/2020/NĐ-CP', '2025-12-07')).toBeNull();
  expect(findReplacement('80/2020/NĐ-CP', '2025-12-08')).toMatchObject({
    by: ['Nghị định 313/2025/NĐ-CP'],
    since: '2025-12-08',
    verified: true,
  });
});

test('a symbol is known in any spacing, case and without diacritics', () => {
  for (const symbol of ['80 / 2020 / NĐ - CP', '80/2020/nd–cp', '80/2020/NĐ-CP'.normalize('NFD')])
    expect(findReplacement(symbol, '2026-11-22')?.by).toEqual(['Nghị định 313/2025/NĐ-CP']);
});

test('what was recalled or read second-hand, or has no day, must be checked', () => {
  expect(findReplacement('98/2023/NĐ-CP', '2026-11-22')).toMatchObject({ verified: false });
  expect(findReplacement('85/2016/NĐ-CP', '2025-12-31')).toBeNull();
  expect(findReplacement('85/2016/NĐ-CP', '2026-01-02')).toMatchObject({ since: '2026', verified: false });
});

test('in force, only amended, or not in the table: no replacement', () => {
  for (const symbol of ['313/2025/NĐ-CP', '64/2021/NĐ-CP', '12-CT/TW'])
    expect(findReplacement(symbol, '2026-11-22')).toBeNull();
});

test('every instrument has a source, a mark that fits its flag, days or years, and successors that are listed', () => {
  const listed = new Set(instruments.map((one) => foldSymbol(one.symbol)));
  expect(listed.size).toBe(instruments.length);
  for (const one of instruments) {
    expect(one.source.length, one.symbol).toBeGreaterThan(0);
    expect(one.verified, one.symbol).toBe(one.mark === 'V');
    for (const day of [one.effectiveFrom, one.effectiveTo])
      expect(day ?? '2020').toMatch(/^\d{4}(-\d\d-\d\d)?$/);
    for (const next of one.replacedBy) expect(listed, `${one.symbol} → ${next}`).toContain(foldSymbol(next));
  }
});
