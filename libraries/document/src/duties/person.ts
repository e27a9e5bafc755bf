import { type Body, bodyAt, opensBody } from '../bodies/body.ts';
import { isCapital, type Words } from '../text/words.ts';

const longest = 5;

/** “Đồng chí Trần Thị B[, Phó Chủ tịch UBND tỉnh]” in the conclusions of a meeting: a person is given the work by name; null if none stands here. `isOrdered`: after “giao”, “yêu cầu”. */
export function personAt(w: Words, i: number, { isOrdered = false } = {}): Body | null {
  const polite = w.lower[i] === 'đồng' && w.lower[i + 1] === 'chí' ? 2 : w.lower[i] === 'đ/c' ? 1 : 0;
  if (polite === 0 || w.after[i + polite - 1] !== '') return null;
  const first = i + polite;
  let end = first;
  while (end < w.count && end - first < longest && isCapital(w, end) && !opensBody(w, end)) {
    end++;
    if (w.after[end - 1] !== '' || w.before[end] !== '') break;
  }
  // “Giao đ/c Hùng (Sở Ngoại vụ)”: minutes call people by their given name.
  if (end - first < (isOrdered && (w.before[end] ?? '').includes('(') ? 1 : 2)) return null;
  const position = w.after[end - 1] === ',' ? bodyAt(w, end) : null;
  return { begin: i, end: position?.form === 'position' ? position.end : end, form: 'position' };
}
