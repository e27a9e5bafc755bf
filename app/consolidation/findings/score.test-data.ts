import type { Finding } from './finding.ts';
import type { Generated, Pair } from './generated.test-data.ts';

export type Score = { precision: number; recall: number; missed: Pair[]; wrong: Finding[] };

const idOf = (tellingId: string): string => tellingId;
const kindOf = (finding: Finding): Pair['expected'] =>
  finding.kind === 'double' ? 'double' : 'contradiction';

/**
 * A pair is found when a finding of its kind names both its tellings. Every finding that is no found pair is wrong:
 * those between tellings of two pairs too.
 */
export function score({ pairs }: Generated, findings: readonly Finding[]): Score {
  const wanted = pairs.filter((pair) => pair.expected !== null);
  const right = new Set<Finding>();
  const missed = wanted.filter((pair) => {
    const found = findings.find((finding) => {
      const ids = new Set(finding.told.map((one) => idOf(one.tellingId)));
      return kindOf(finding) === pair.expected && ids.size === 2 && ids.has(pair.a.id) && ids.has(pair.b.id);
    });
    if (found) right.add(found);
    return !found;
  });
  const wrong = findings.filter((finding) => !right.has(finding));
  return {
    precision: findings.length ? right.size / findings.length : 1,
    recall: wanted.length ? (wanted.length - missed.length) / wanted.length : 1,
    missed,
    wrong,
  };
}
