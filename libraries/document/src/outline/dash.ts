import { type Construct, markerOf } from './construct.ts';

/** “- …”, “* …”, “• …”. */
const marks = new Set('-–—•●▪*·');

export const dash: Construct = {
  kind: 'dash',
  rank: 8,
  read(text) {
    if (!marks.has(text[0]!) || /^. ?\d{0,4}$/.test(text)) return null;
    return markerOf(this, text, 1, '');
  },
};

/** “+ …” under a dash. */
export const plus: Construct = {
  kind: 'plus',
  rank: 9,
  read(text) {
    return (text[0] === '+' || text[0] === '○' || text[0] === '◦') && /^. ?\S/.test(text)
      ? markerOf(this, text, 1, '')
      : null;
  },
};
