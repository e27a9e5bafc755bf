import { type Mark, stretches } from './marks.ts';

/** Text as it prints: bold and italic where it is marked; React writes it as text, so nothing in it is markup. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  let at = 0;
  return stretches(text, marks).map((one) => {
    const key = at;
    at += one.text.length;
    const inner = one.italic ? <em key={key}>{one.text}</em> : one.text;
    return one.bold ? <strong key={key}>{inner}</strong> : <span key={key}>{inner}</span>;
  });
}
