import { decode, type LegacyEncoding } from './repair.ts';

/** A piece of text and the font it is printed in. */
export interface FontRun {
  text: string;
  font: string | null;
}

/**
 * Text of runs with TCVN3 and VNI letters told by their fonts (".VnTime", "VNI-Times") put into Unicode.
 * Neighbouring runs of one encoding are joined first: in VNI a letter and its mark may lie in two runs.
 */
export function repairByFont(runs: FontRun[]): { text: string; found: LegacyEncoding[] } {
  const found = new Set<LegacyEncoding>();
  let text = '';
  for (let at = 0; at < runs.length; ) {
    const kind = kindOfFont(runs[at]!.font);
    let joined = '';
    for (; at < runs.length && kindOfFont(runs[at]!.font) === kind; at += 1) joined += runs[at]!.text;
    if (kind === null || isUnicode(joined)) {
      text += joined;
      continue;
    }
    const [encoding, capitals] = kind.split(' ') as [LegacyEncoding, string?];
    if (/[\u00a1-\u00ff]/.test(joined)) found.add(encoding);
    const decoded = decode(joined, encoding);
    text += capitals ? toCapitals(decoded) : decoded;
  }
  return { text, found: [...found] };
}

/**
 * Text in a font that draws capitals only. Typed in small letters it becomes capitals, as printed. Where the
 * typist's own capitals show the case they are kept, and only toned letters, which have no capital in TCVN3,
 * are made to fit their word ("ủy Ban" → "Ủy Ban", "QUYếT" → "QUYẾT").
 */
function toCapitals(text: string): string {
  if (!/\p{Lu}/u.test(text)) return text.toUpperCase();
  return text.replace(/\p{L}+/gu, (word) => {
    if (/\p{L}\p{Lu}/u.test(word)) return word.toUpperCase();
    return /^[a-z]/.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1);
  });
}

/** "TCVN3", "TCVN3 capitals" for fonts that draw capitals only (.VnTimeH), "VNI", or null. */
function kindOfFont(font: string | null): string | null {
  if (!font) return null;
  if (/^\.?Vn[A-Z]|^\.Vn/.test(font)) return /H$/.test(font) ? 'TCVN3 capitals' : 'TCVN3';
  return /^VNI[-\s]/i.test(font) ? 'VNI' : null;
}

/** Letters of neither encoding's Latin-1 picture: Unicode text that only wears an old font. */
function isUnicode(text: string): boolean {
  return /[\u0102-\u01b0\u1ea0-\u1ef9]|[\u0300-\u0323]/.test(
    text.replace(/[\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192]/g, ''),
  );
}
