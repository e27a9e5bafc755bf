import { type Construct, markerOf } from './construct.ts';

/** “a)”, “đ)”, “a.”: points follow the Vietnamese alphabet. Scans print “¢)” or “c¢)” for “c)”. */
export const point: Construct = {
  kind: 'point',
  rank: 7,
  read(text) {
    const found = /^(?:([a-zđ])|([a-zđ]?[¢©]))(?:\.\d{1,2})?(?:\)|\.(?= \p{Lu})|\/(?= ))/u.exec(text);
    return found === null ? null : markerOf(this, text, found[0].length, found[1] ?? 'c');
  },
};
