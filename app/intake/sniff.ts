import { IntakeRefusal } from './intake-refusal.ts';
import type { IntakeForm } from './intake-text.ts';
import { decodeBytes } from './text.ts';

const magicBytes: { form: IntakeForm | 'zip' | 'cfb' | 'refused'; at: number; bytes: string }[] = [
  { form: 'pdf', at: 0, bytes: '%PDF-' },
  { form: 'zip', at: 0, bytes: 'PK\x03\x04' },
  { form: 'refused', at: 0, bytes: 'PK\x05\x06' },
  { form: 'cfb', at: 0, bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { form: 'image', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { form: 'image', at: 0, bytes: '\xff\xd8\xff' },
  { form: 'refused', at: 0, bytes: 'GIF8' },
  { form: 'refused', at: 0, bytes: '{\\rtf' },
  { form: 'refused', at: 0, bytes: 'Rar!' },
  { form: 'refused', at: 0, bytes: "7z\xbc\xaf'" },
  { form: 'refused', at: 0, bytes: '\x1f\x8b' },
  { form: 'refused', at: 0, bytes: 'MZ' },
  { form: 'refused', at: 0, bytes: '\x7fELF' },
];

/**
 * What a file is, by its first bytes; the name decides only between kinds of text (`.md`).
 * A `zip` is taken for DOCX and a compound file for Word 97: their readers say so when it is not.
 * @throws IntakeRefusal `empty`, `wrong-type` or `entity-expansion`.
 */
export function sniff(bytes: Uint8Array, fileName: string): IntakeForm {
  if (bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 9 && byte <= 13)))
    throw new IntakeRefusal('empty');
  const form = sniffMagic(bytes);
  if (form === 'zip') return 'docx';
  if (form === 'cfb') return 'doc';
  if (form === 'refused') throw new IntakeRefusal('wrong-type');
  return form ?? sniffText(bytes, fileName);
}

function sniffMagic(bytes: Uint8Array): (typeof magicBytes)[number]['form'] | null {
  const starts = (magic: string, at: number) =>
    [...magic].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
  const found = magicBytes.find(({ bytes: magic, at }) => starts(magic, at));
  if (found && (found.bytes !== 'MZ' || bytes.subarray(0, 256).includes(0))) return found.form;
  // Scanners and mail gateways put a few bytes before the PDF header; readers must look at the first 1,024.
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return head.includes('%PDF-') ? 'pdf' : null;
}

function sniffText(bytes: Uint8Array, fileName: string): IntakeForm {
  const head = decodeBytes(bytes.subarray(0, 65_536)).text.replace(/^\ufeff/, '');
  const controls = head.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  if (controls > head.length / 100) throw new IntakeRefusal('wrong-type');
  if (/<!ENTITY\s/i.test(head)) throw new IntakeRefusal('entity-expansion');
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return 'html';
  if (/\.x?html?$/i.test(fileName) && /<\w+[^>]*>/.test(head)) return 'html';
  if (/^\s*<\?xml\b/.test(head)) throw new IntakeRefusal('wrong-type');
  return /\.(?:md|markdown)$/i.test(fileName) ? 'markdown' : 'text';
}
