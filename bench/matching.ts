// Whom do the printed holders of the shared corpus mean? Compares the program's answers with a key judged by hand.
//   node bin/run bench/matching.ts
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Judged, judge, readJudged, type Verdict } from '../app/agencies/matching/holders-of-plans.ts';

const gold = join(import.meta.dirname, '../../shared/corpus/gold');
const kinds = ['agency', 'list', 'group', 'ask', 'new', 'nobody'] as const;
type Kind = (typeof kinds)[number];
const meanings: Record<Kind, string> = {
  agency: 'one agency of the register',
  list: 'several named in one phrase',
  group: 'a group, all of it',
  ask: 'the document does not say which: to be asked',
  new: 'a body the register does not hold: "new"',
  nobody: 'a collective of no register: asked or left',
};
const kindOf = ({ meant }: Judged): Kind =>
  typeof meant === 'string'
    ? meant
    : meant.isGroup
      ? 'group'
      : meant.agencyIds.length > 1
        ? 'list'
        : 'agency';

/** Mentions of the gold readings that the key does not hold, or holds another number of times. */
function findGaps(judged: readonly Judged[]): string[] {
  const known = new Map(judged.map((one) => [`${one.document}: ${one.printed}`, one.times]));
  const seen = new Map<string, number>();
  for (const name of readdirSync(gold).filter((file) => !file.includes('-pdf'))) {
    const { id, duties } = JSON.parse(readFileSync(join(gold, name), 'utf8'));
    for (const holder of duties.flatMap((duty: { holders: string[] }) => duty.holders)) {
      const key = `${name.replace('.json', '') ?? id}: ${holder}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  return [...new Set([...known.keys(), ...seen.keys()])].filter((key) => known.get(key) !== seen.get(key));
}

const judged = readJudged().map((one) => ({ ...one, ...judge(one), kind: kindOf(one) }));
const times = (rows: typeof judged, verdict?: Verdict): number =>
  rows.filter((row) => !verdict || row.verdict === verdict).reduce((sum, row) => sum + row.times, 0);
const verdicts: Verdict[] = ['right', 'asked', 'not found', 'wrong'];

console.log(
  'Holders of ten documents (the same reading in another form counted once), each in a register of its province',
);
console.log(
  'and day. Key: app/agencies/matching/holders-of-plans.txt, judged by reading; registers made up from public',
);
console.log(
  'knowledge, with neighbours to be confused with. The matcher was corrected with these documents in view.\n',
);
console.log(['mentions'.padEnd(48), 'all', ...verdicts].map((cell) => cell.padStart(10)).join(''));
for (const kind of kinds) {
  const rows = judged.filter((row) => row.kind === kind);
  const counts = [times(rows), ...verdicts.map((verdict) => times(rows, verdict))];
  console.log(meanings[kind].padEnd(48) + counts.map((count) => String(count).padStart(10)).join(''));
}
const [all, right, wrong] = [times(judged), times(judged, 'right'), times(judged, 'wrong')];
console.log(
  `\nright ${((100 * right) / all).toFixed(1)} % of ${all} (bar 98), silently wrong ${wrong} (bar 0)`,
);
for (const row of judged.filter(({ verdict }) => verdict !== 'right'))
  console.log(`${row.verdict}: ${row.document}: ${row.printed} → ${row.match.explanation}`);
const gaps = existsSync(gold) ? findGaps(judged) : null;
console.log(
  gaps ? `mentions of the corpus without a key: ${gaps.length}` : 'the shared corpus is not here: key alone',
);
for (const gap of gaps ?? []) console.log(`  ${gap}`);
if (right / all < 0.98 || wrong || gaps?.length) process.exitCode = 1;
