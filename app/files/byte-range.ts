/**
 * The one part that a Range header asks for, both ends included; null: the whole (nothing asked, another unit,
 * several parts, or nonsense, as RFC 9110 §14.2 allows).
 */
export function readRange(
  header: string | undefined,
  size: number,
): { from: number; to: number } | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (!first && !last)) return null;
  if (!first) {
    const from = Math.max(0, size - Number(last));
    return from < size ? { from, to: size - 1 } : 'unsatisfiable';
  }
  const from = Number(first);
  if (last && Number(last) < from) return null;
  if (from >= size) return 'unsatisfiable';
  return { from, to: Math.min(last ? Number(last) : size - 1, size - 1) };
}
