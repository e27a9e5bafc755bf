/** Marks that always part two names: new lines, ';', bullets, '+'. */
const hardBreaks = /\n|;|(?:^|\s)[-–•+*]\s+/;

/**
 * The names in one cell: parted at new lines, semicolons and bullets, and at commas and "và" only where the pieces are
 * known and the whole is not ("Sở Văn hóa, Thể thao và Du lịch" is one). The longest known piece wins.
 */
export function splitNames(cell: string, isKnown: (name: string) => boolean): string[] {
  const names = cell
    .split(hardBreaks)
    .map((name) =>
      name
        .trim()
        .replace(/^[,.:]+|[,.:]+$/g, '')
        .trim(),
    )
    .filter(Boolean)
    .flatMap((name) => (isKnown(name) ? [name] : splitList(name, isKnown)));
  return [...new Set(names)];
}

function splitList(list: string, isKnown: (name: string) => boolean): string[] {
  const pieces = list.split(/(,\s*|\s+và\s+)/);
  if (pieces.length === 1) return [list];
  const names: string[] = [];
  let unknown: string[] = [];
  const close = () => {
    const name = unknown
      .join('')
      .replace(/^(,\s*|\s+và\s+)|(,\s*|\s+và\s+)$/g, '')
      .trim();
    if (name) names.push(name);
    unknown = [];
  };
  for (let at = 0; at < pieces.length; ) {
    const length = longestKnown(pieces, at, isKnown);
    if (!length) {
      unknown.push(pieces[at]!);
      at += 1;
      continue;
    }
    close();
    names.push(
      pieces
        .slice(at, at + length)
        .join('')
        .trim(),
    );
    at += length + 1;
  }
  close();
  // Nothing of it is known: whoever looks at it sees the cell as it stands.
  return names.some(isKnown) ? names : [list];
}

function longestKnown(pieces: string[], at: number, isKnown: (name: string) => boolean): number {
  if (at % 2) return 0;
  for (let length = pieces.length - at; length > 0; length--) {
    if (
      length % 2 &&
      isKnown(
        pieces
          .slice(at, at + length)
          .join('')
          .trim(),
      )
    )
      return length;
  }
  return 0;
}
