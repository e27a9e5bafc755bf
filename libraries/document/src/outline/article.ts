import { type Construct, markerOf } from './construct.ts';

/** “Điều 3.” or “Điều 14:”. */
export const article: Construct = {
  kind: 'article',
  rank: 5,
  read(text) {
    if (!text.startsWith('Điều ') && !text.startsWith('ĐIỀU ')) return null;
    const found = /^(?:Điều|ĐIỀU) (\d{1,3}[a-zđ]?) ?(?:[.:]|$)/.exec(text);
    return found === null ? null : markerOf(this, text, found[0].length, `Điều ${found[1]}`);
  },
};
