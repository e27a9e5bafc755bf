import { isCapital, isEmpty, type Token } from './folded.ts';
import { abbreviated } from './same-name.ts';

const bodies: Record<string, string[][]> = {
  to: [['to', 'chuc']],
  quy: [['quy']],
  cong: [['cong', 'ty']],
  tap: [['tap', 'doan']],
  ngan: [['ngan', 'hang']],
  dai: [['dai', 'su', 'quan']],
  hiep: [['hiep', 'hoi']],
  hoi: [['hoi']],
};
const between = new Set(['for', 'to', 'et', 'of', 'the', 'and', 'with', 'cho', 'vi', 's']);

/** Bodies named around a thing: a word for what they are and the capitals after it ('Tổ chức Room to Read'). */
export function giversIn(tokens: readonly Token[]): Set<string>[] {
  const found: Set<string>[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const body = bodies[tokens[at]!.word]?.find((one) =>
      one.every((word, index) => tokens[at + index]?.word === word),
    );
    if (!body) continue;
    const start = at + body.length;
    const name = new Set<string>();
    for (let next = start; next < tokens.length && next < start + 6; next += 1) {
      const token = tokens[next]!;
      if (token.begin - tokens[next - 1]!.end > 1) break;
      if (!isCapital(token.printed) && !between.has(token.word)) break;
      if (!isEmpty(token.word) && !between.has(token.word)) name.add(token.word);
    }
    if (name.size) found.push(name);
    at = start - 1;
  }
  return found;
}

const isOneGiver = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const [one, other] = [[...a], [...b]];
  return (
    one.some((word) => b.has(word)) ||
    one.some((word) => abbreviated(word, other).length > 0) ||
    other.some((word) => abbreviated(word, one).length > 0)
  );
};

/** Both name givers: is one of them the same? null when one names none. */
export const shareGiver = (a: readonly Set<string>[], b: readonly Set<string>[]): boolean | null =>
  a.length && b.length ? a.some((one) => b.some((other) => isOneGiver(one, other))) : null;
