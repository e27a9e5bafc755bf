import type { IntakeText } from './intake-text.ts';
import { chooseEncoding, decode, repairByStatistics } from './legacy-encodings/repair.ts';
import { countMarkedSyllables } from './vietnamese-syllables.ts';

/**
 * Plain text or Markdown from bytes: byte order mark, UTF-8, UTF-16, else the single-byte encoding
 * (Windows-1258, TCVN3, VNI) under which most words are Vietnamese. Line breaks stay as they are:
 * only the reader of the document knows which of them end a paragraph.
 */
export function readText(bytes: Uint8Array, form: 'text' | 'markdown'): IntakeText {
  const decoded = decodeBytes(bytes);
  const repaired = repairByStatistics(decoded.text);
  const encodings = [...(decoded.encoding ? [decoded.encoding] : []), ...repaired.found];
  return {
    form,
    text: tidyText(repaired.text),
    notes: encodings.map((encoding) => `Chữ theo bảng mã ${encoding} đã được chuyển sang Unicode.`),
  };
}

/** NFC, `\n` line ends, no byte order marks, no control characters but tab and form feed. */
export function tidyText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\ufffe]/g, '')
    .normalize('NFC');
}

/** Bytes to a string, and the name of the single-byte encoding when it was one. */
export function decodeBytes(bytes: Uint8Array): { text: string; encoding: string | null } {
  const utf16 = findUtf16(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: null };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: null };
  } catch {
    return decodeSingleByte(bytes);
  }
}

function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  head.forEach((byte, at) => {
    if (byte === 0) at % 2 ? odd++ : even++;
  });
  // Without a mark: spaces, digits and plain letters have a zero half, all on the same side.
  if (odd > head.length / 8 && even === 0) return 'utf-16le';
  if (even > head.length / 8 && odd === 0) return 'utf-16be';
  return null;
}

function decodeSingleByte(bytes: Uint8Array): { text: string; encoding: string | null } {
  const latin1 = new TextDecoder('windows-1252').decode(bytes);
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = utf8.split('\ufffd').length - 1;
  if (broken <= utf8.length / 1000 && /[\u1ea0-\u1ef9]/.test(utf8)) return { text: utf8, encoding: null };
  const legacy = chooseEncoding(latin1, 1);
  const candidates = [
    { text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC'), encoding: 'Windows-1258' },
    ...(legacy ? [{ text: decode(latin1, legacy), encoding: legacy as string }] : []),
  ].map((candidate) => ({ ...candidate, good: countMarkedSyllables(candidate.text).good }));
  candidates.sort((left, right) => right.good - left.good);
  const best = candidates[0]!;
  return best.good > 0 ? { text: best.text, encoding: best.encoding } : { text: latin1, encoding: null };
}
