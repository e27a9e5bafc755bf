import { type Row, showDay } from '#libraries/register/index.ts';
import type { Achievement } from './achievement.contract.ts';
import { achievementSources } from './achievement-sources.ts';

/** As it stands in the merits: '12/03/2026: Nước sạch cho xã Nhơn Ái (Viện trợ, 40.000 USD)'. */
export const lineOf = ({ on, title, said, worth }: Achievement): string =>
  `${on ? `${showDay(on)}: ` : ''}${title} (${[said.vi, worth].filter(Boolean).join(', ')})`;

/** Fields of an award with achievements taken in: what stands there already is kept, and nothing is told twice. */
export function takeIn(award: Row, achievements: readonly Achievement[]): Row {
  const merits = ((award.merits as string | null) ?? '').split('\n').filter(Boolean);
  const taken: Row = {};
  for (const one of achievements) {
    const { into, isOne, on } = achievementSources.find(({ register }) => register === one.register)!;
    // Who they are is a link; what they did is told too.
    if (on && !merits.includes(lineOf(one))) merits.push(lineOf(one));
    if (!into) continue;
    const now = taken[into] ?? award[into] ?? null;
    if (!isOne) taken[into] = [...new Set([...((now as string[] | null) ?? []), one.id])];
    else if (now === null) {
      taken[into] = one.id;
      if (into === 'lastAward' && one.on) taken.lastAwardOn = one.on;
    }
  }
  if (merits.length) taken.merits = merits.join('\n');
  return taken;
}
