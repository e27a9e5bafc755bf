import type { Hit } from './search.contract.ts';
import './search.css';

/** A text in which what was asked for stands out, by weight and underline and not by colour alone. */
export function MarkedText({ marked: { text, marks } }: { marked: Hit['title'] }) {
  const pieces = marks.flatMap(([begin, end], at) => [
    { key: `t${begin}`, text: text.slice(marks[at - 1]?.[1] ?? 0, begin), isMark: false },
    { key: `m${begin}`, text: text.slice(begin, end), isMark: true },
  ]);
  return (
    <>
      {pieces.map((piece) => (piece.isMark ? <mark key={piece.key}>{piece.text}</mark> : piece.text))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
