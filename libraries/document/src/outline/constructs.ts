import { article } from './article.ts';
import { clause } from './clause.ts';
import type { Construct, Marker } from './construct.ts';
import { dash, plus } from './dash.ts';
import { chapter, part, section } from './division.ts';
import { point } from './point.ts';
import { letter, roman } from './roman.ts';

/** All constructs that have a label, in the order of nesting. */
export const constructs: readonly Construct[] = [
  part,
  chapter,
  section,
  letter,
  roman,
  article,
  clause,
  point,
  dash,
  plus,
];

/** The label that opens a paragraph, or null. */
export function markerAt(text: string): Marker | null {
  const first = text[0];
  if (first === undefined) return null;
  const bullet = dash.read(text) ?? plus.read(text);
  if (bullet !== null) return bullet;
  for (const construct of constructs) {
    const marker = construct.read(text);
    if (marker !== null) return marker;
  }
  return null;
}
