import type { Words } from '../text/words.ts';
import { type Body, bodyAt, opensBody } from './body.ts';
import { verbPhrases } from './wording.ts';

export interface BodyList {
  bodies: Body[];
  /** Word after the last name. */
  end: number;
}

/** Names of bodies one after another from word `i`: “Sở A, Sở B; các đơn vị liên quan và UBND các xã”. */
export function bodyListAt(w: Words, i: number): BodyList {
  const bodies: Body[] = [];
  let at = i;
  while (at < w.count) {
    const body = bodyAt(w, at);
    if (body === null || body.end <= at) break;
    bodies.push(body);
    at = skipRemark(w, body.end);
    const next = nextInList(w, at);
    if (next < 0 || bodyAt(w, next) === null || (bodies.length > 0 && isVerbHere(w, next))) break;
    at = next;
  }
  return { bodies, end: bodies.length > 0 ? skipRemark(w, bodies[bodies.length - 1]!.end) : i };
}

const isVerbHere = (w: Words, i: number): boolean => verbPhrases.at(w, i) > 0 && !opensBody(w, i);

/** After a name: past a remark in brackets. */
function skipRemark(w: Words, i: number): number {
  if (i >= w.count || !w.before[i]!.startsWith('(')) return i;
  for (let k = i; k < w.count && k < i + 25; k++) if (w.after[k]!.includes(')')) return k + 1;
  return i;
}

/** First word of the next member of the list; -1 if the list ends before word `i`. */
export function nextInList(w: Words, i: number): number {
  if (i <= 0 || i >= w.count) return -1;
  const mark = w.after[i - 1]!;
  const and = w.lower[i] === 'và' || w.lower[i] === 'cùng' || w.lower[i] === 'hoặc';
  const listed = mark === ',' || mark === ';' || mark === '),' || mark === ');';
  if (listed) return and ? i + 1 : i;
  if ((mark === '' || mark === ')') && and) return w.lower[i + 1] === 'với' ? i + 2 : i + 1;
  return -1;
}

/** The names in a field or cell that holds nothing else: where no name is known, what stands between the commas is one. */
export function bodiesOfField(w: Words, from: number, to: number): Body[] {
  const bodies: Body[] = [];
  let at = from;
  while (at < to) {
    const body = bodyAt(w, at);
    const known = body === null ? at : Math.min(body.end, to);
    const end = untilSeparator(w, Math.max(known, at + 1), to);
    bodies.push({ begin: at, end, form: body?.form ?? 'other' });
    at = Math.max(end, nextInList(w, end));
  }
  return bodies;
}

/** Where the member that includes word `i` ends. */
function untilSeparator(w: Words, i: number, to: number): number {
  let depth = 0;
  for (let k = i; k < to; k++) {
    if (k > 0 && depth === 0 && nextInList(w, k) >= 0 && k >= i && startsMember(w, k)) return k;
    if (w.before[k] !== '' && w.before[k]!.includes('(')) depth++;
    const mark = w.after[k]!;
    if (mark === '') continue;
    if (mark.includes(')')) depth = Math.max(0, depth - 1);
    if (depth === 0 && k + 1 < to && mark.includes('.') && mark !== '...') return k + 1;
  }
  return to;
}

/** At a comma every member of a field starts anew; at “và” only one with a head of its own. */
function startsMember(w: Words, k: number): boolean {
  if (w.after[k - 1] !== '') return true;
  const next = nextInList(w, k);
  return next >= 0 && bodyAt(w, next) !== null;
}

/** A piece that begins with no head belongs to the name before it: “Viện Chiến lược, Chính sách …”. */
export function joinUnknown(
  bodies: readonly Body[],
  isUnknown = (body: Body): boolean => body.form === 'other',
): Body[] {
  const joined: Body[] = [];
  for (const body of bodies) {
    const last = joined.at(-1);
    if (last !== undefined && isUnknown(body)) last.end = body.end;
    else joined.push({ ...body });
  }
  return joined;
}
