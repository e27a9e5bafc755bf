import { type Construct, markerOf } from './construct.ts';

/** “- …”, “* …”, “• …”. */
export const dash: Construct = {
  kind: 'dash',
  rank: 8,
  read(text) {
    const found = /^(?:[-–—•●▪*·]|(?=))(?! ?\d{0,4}$)/.exec(text);
    return found === null || found[0] === '' ? null : markerOf(this, text, 1, '');
  },
};

/** “+ …” under a dash. */
export const plus: Construct = {
  kind: 'plus',
  rank: 9,
  read(text) {
    return /^[+○◦] ?\S/.test(text) ? markerOf(this, text, 1, '') : null;
  },
};
