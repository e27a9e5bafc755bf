import { type Construct, markerOf } from './construct.ts';

const valid = /^(?:X{0,3}(?:IX|IV|V?I{0,3}))$/;

/** “III. TỔ CHỨC THỰC HIỆN”. */
export const roman: Construct = {
  kind: 'roman',
  rank: 4,
  read(text) {
    const first = text.charCodeAt(0);
    if (first !== 73 && first !== 86 && first !== 88) return null;
    const found = /^([IVX]{1,6}) ?[./)]?[-–]? (?=\S)/.exec(text) ?? /^([IVX]{1,6})[./)]$/.exec(text);
    if (found === null || !valid.test(found[1]!)) return null;
    const bare = !/[./)-]/.test(found[0]);
    if (bare && (found[1]!.length > 4 || !/^[^a-zà-ỹ]*$/.test(text.slice(found[0].length, 40)))) return null;
    return markerOf(this, text, found[0].trimEnd().length, found[1]!);
  },
};

/** “A. NHIỆM VỤ”: a part marked with a capital letter. */
export const letter: Construct = {
  kind: 'letter',
  rank: 3.5,
  read(text) {
    const found = /^([A-HĐ])[.)] (?=\S)/.exec(text);
    return found === null ? null : markerOf(this, text, 2, found[1]!);
  },
};
