import type { Body } from '../bodies/body.ts';
import { bodiesOfField } from '../bodies/list.ts';
import type { Origin, Span } from '../reading.ts';
import { type Clean, spanOf } from '../text/clean.ts';
import { Phrases } from '../text/phrases.ts';
import { toWords, type Words } from '../text/words.ts';

/** A body as named in the text. */
export interface Name {
  text: string;
  span: Span;
  origin: Origin | null;
  /** No known head: taken for a body only because of where it stands. */
  guessed: boolean;
}

const polite = new Phrases(['các đồng chí', 'đồng chí', 'các đ/c', 'đ/c', 'quý']);

export function nameOf(clean: Clean, w: Words, body: Body, origin: Origin | null = null): Name | null {
  const skip = polite.at(w, body.begin);
  const first = body.begin + (skip < body.end - body.begin ? skip : 0);
  const begin = w.begin[first]!;
  let end = w.end[body.end - 1]!;
  const open = clean.text.slice(begin, end).includes('(') && !clean.text.slice(begin, end).includes(')');
  if (open)
    end = Math.min(
      clean.text.length,
      end + (w.after[body.end - 1]!.indexOf(')') + 1 || w.after[body.end - 1]!.length),
    );
  const text = clean.text.slice(begin, end).trim();
  return text === ''
    ? null
    : { text, span: spanOf(clean, begin, end), origin, guessed: body.form === 'other' };
}

export function namesOf(
  clean: Clean,
  w: Words,
  bodies: readonly Body[],
  origin: Origin | null = null,
): Name[] {
  return bodies.map((body) => nameOf(clean, w, body, origin)).filter((name) => name !== null);
}

/** All bodies of a field or cell, from place `from` of its text. */
export function namesOfField(clean: Clean, from: number, origin: Origin | null): Name[] {
  const w = toWords(clean.text, from, 400);
  return namesOf(clean, w, bodiesOfField(w, 0, w.count), origin);
}

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Each name once. */
export function distinct(names: readonly Name[]): Name[] {
  const kept: Name[] = [];
  for (const name of names) if (!kept.some((other) => sameText(other.text, name.text))) kept.push(name);
  return kept;
}

export const inherited = (names: readonly Name[], origin: Origin): Name[] =>
  names.map((name) => ({ ...name, origin: name.origin ?? origin }));

/** Keeps a bracket after a name when it names others: “Sở Nội vụ (Ban Thi đua Khen thưởng Thành phố)”. */
export const withRemarks = (clean: Clean, names: readonly Name[]): Name[] =>
  names.map((name) => {
    const at = clean.text.indexOf(name.text);
    const remark =
      at < 0
        ? null
        : /^ ?\((?=\p{Lu})[^)]{2,120}\)/u.exec(
            clean.text.slice(at + name.text.length, at + name.text.length + 130),
          );
    if (remark === null) return name;
    const text = name.text + remark[0];
    return { ...name, text, span: spanOf(clean, at, at + text.length) };
  });
