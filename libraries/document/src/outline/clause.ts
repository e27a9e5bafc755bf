import { type Construct, type Marker, markerOf } from './construct.ts';

/** 6 for “1”, 6.1 for “1.1”, and so on. */
const rankOf = (number: string): number => 6 + (number.split('.').length - 1) / 10;

/** Party documents print “1- …”, “2.1- …” (Hướng dẫn 36-HD/VPTW). */
function partyMarker(text: string, number: string): Marker {
  const end = text.search(/[-–]/) + 1;
  return markerOf({ kind: 'clause', rank: rankOf(number) }, text, end, number.replace(/^0+(?=\d)/, ''));
}

/** “1.”, “2.1.”, “2.1”, “1)”. The step is the whole number; its depth decides the rank: 6, 6.1, 6.2 … */
export const clause: Construct = {
  kind: 'clause',
  rank: 6,
  read(text) {
    const first = text.charCodeAt(0);
    if (first < 48 || first > 57) return null;
    const found = /^(\d{1,2}(?:\.\d{1,2}){0,4})(?:([.)/])|(?=[ -]))[-–]? ?(?=\D|$)/.exec(text);
    if (found === null) return null;
    const number = found[1]!;
    if (/^[\d.]{1,12} ?[-–] ?\p{Lu}/u.test(text)) return partyMarker(text, number);
    const depth = number.split('.').length - 1;
    if (
      found[2] === undefined &&
      (depth === 0 || !/^ \p{Lu}/u.test(text.slice(number.length, number.length + 2)))
    )
      return null;
    if (found[2] === '/' && depth === 0 && /^\d/.test(text.slice(found[0].length))) return null;
    const end = number.length + (found[2] === undefined ? 0 : 1);
    const marker = markerOf(
      { kind: 'clause', rank: rankOf(number) },
      text,
      end,
      number.replace(/^0+(?=\d)/, ''),
    );
    return /^[-–] /.test(text.slice(marker.rest, marker.rest + 2))
      ? { ...marker, rest: marker.rest + 2 }
      : marker;
  },
};
