import { isRefusedExtension } from './upload-rule.ts';

/** How a file is shown in the page; `nothing`: it can only be saved. */
export type Shown = 'pdf' | 'image' | 'document' | 'sheets' | 'text' | 'nothing';

type Kind = { mediaType: string; extensions: string[]; shown: Shown; runs?: true };

const office = 'application/vnd.openxmlformats-officedocument';
const kinds = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'], shown: 'pdf' },
  png: { mediaType: 'image/png', extensions: ['png'], shown: 'image' },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'], shown: 'image' },
  gif: { mediaType: 'image/gif', extensions: ['gif'], shown: 'image' },
  webp: { mediaType: 'image/webp', extensions: ['webp'], shown: 'image' },
  bmp: { mediaType: 'image/bmp', extensions: ['bmp'], shown: 'image' },
  heic: { mediaType: 'image/heic', extensions: ['heic', 'heif'], shown: 'nothing' },
  tiff: { mediaType: 'image/tiff', extensions: ['tif', 'tiff'], shown: 'nothing' },
  svg: { mediaType: 'image/svg+xml', extensions: ['svg'], shown: 'nothing', runs: true },
  docx: { mediaType: `${office}.wordprocessingml.document`, extensions: ['docx'], shown: 'document' },
  xlsx: { mediaType: `${office}.spreadsheetml.sheet`, extensions: ['xlsx'], shown: 'sheets' },
  pptx: { mediaType: `${office}.presentationml.presentation`, extensions: ['pptx'], shown: 'nothing' },
  odf: {
    mediaType: 'application/vnd.oasis.opendocument',
    extensions: ['odt', 'ods', 'odp'],
    shown: 'nothing',
  },
  doc: { mediaType: 'application/msword', extensions: ['doc', 'xls', 'ppt', 'msg'], shown: 'nothing' },
  rtf: { mediaType: 'application/rtf', extensions: ['rtf'], shown: 'nothing' },
  html: { mediaType: 'text/html', extensions: ['html', 'htm', 'xhtml', 'mht'], shown: 'nothing', runs: true },
  xml: { mediaType: 'application/xml', extensions: ['xml'], shown: 'nothing', runs: true },
  text: { mediaType: 'text/plain', extensions: ['txt', 'md', 'csv', 'log', 'json'], shown: 'text' },
  zip: { mediaType: 'application/zip', extensions: ['zip', 'docm', 'xlsm', 'kmz'], shown: 'nothing' },
  archive: {
    mediaType: 'application/octet-stream',
    extensions: ['rar', '7z', 'gz', 'tgz'],
    shown: 'nothing',
  },
  film: { mediaType: 'video/mp4', extensions: ['mp4', 'm4v', 'mov', 'm4a', '3gp', 'webm'], shown: 'nothing' },
  program: { mediaType: 'application/octet-stream', extensions: [], shown: 'nothing', runs: true },
  empty: { mediaType: 'application/octet-stream', extensions: [], shown: 'nothing' },
  other: { mediaType: 'application/octet-stream', extensions: [], shown: 'nothing' },
} as const satisfies Record<string, Kind>;

export type FileKind = keyof typeof kinds;
export const fileKinds = Object.keys(kinds) as FileKind[];

export const mediaTypeOf = (kind: FileKind): string => kinds[kind].mediaType;
export const shownAs = (kind: FileKind): Shown => kinds[kind].shown;

const marks: [kind: FileKind, at: number, bytes: string][] = [
  ['pdf', 0, '%PDF-'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF8'],
  ['webp', 8, 'WEBP'],
  ['heic', 4, 'ftyphei'],
  ['heic', 4, 'ftypmif1'],
  ['film', 4, 'ftyp'],
  ['film', 0, '\x1a\x45\xdf\xa3'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['doc', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['rtf', 0, '{\\rtf'],
  ['archive', 0, 'Rar!'],
  ['archive', 0, "7z\xbc\xaf'"],
  ['archive', 0, '\x1f\x8b'],
  ['program', 0, '\x7fELF'],
  ['program', 0, '\xcf\xfa\xed\xfe'],
  ['program', 0, '#!'],
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
];

/** How many first and last bytes `kindOfBytes` wants to see. */
export const HEAD = 65_536;

const asLetters = (bytes: Uint8Array): string => {
  let letters = '';
  for (let at = 0; at < Math.min(bytes.length, HEAD); at += 8192)
    letters += String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, HEAD)));
  return letters;
};

/** What a file is, by its first bytes and never by its name; a zip file lists what is in it at its end. */
export function kindOfBytes(head: Uint8Array, tail: Uint8Array = head): FileKind {
  if (!head.length) return 'empty';
  const letters = asLetters(head);
  const found = marks.find(([, at, bytes]) => letters.startsWith(bytes, at))?.[0];
  if (found === 'zip') return kindOfZip(letters + asLetters(tail));
  if (found) return found;
  const isBinary = /[\0\x01-\x08\x0e-\x1a]/.test(letters);
  if (isBinary && letters.startsWith('MZ')) return 'program';
  if (isBinary && letters.startsWith('BM')) return 'bmp';
  // Scanners and mail gateways put a few bytes before the PDF header; readers look at the first 1,024.
  if (letters.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (isBinary && !/^(\xff\xfe|\xfe\xff)/.test(letters)) return 'other';
  return kindOfText(letters);
}

function kindOfZip(letters: string): FileKind {
  if (letters.includes('mimetypeapplication/vnd.oasis.opendocument')) return 'odf';
  if (letters.includes('vbaProject.bin')) return 'zip';
  if (!letters.includes('[Content_Types].xml') && !letters.includes('_rels/')) return 'zip';
  if (letters.includes('word/')) return 'docx';
  if (letters.includes('xl/')) return 'xlsx';
  return letters.includes('ppt/') ? 'pptx' : 'zip';
}

function kindOfText(letters: string): FileKind {
  const start = letters.replace(/^\xef\xbb\xbf/, '').slice(0, 4096);
  if (/<svg[\s>]/i.test(start) && /^\s*</.test(start)) return 'svg';
  if (/<(?:!doctype\s+html|html|head|body|script|iframe|img|a|div|p|table|meta)\b/i.test(start))
    return 'html';
  return /^\s*<\?xml\b/.test(start) ? 'xml' : 'text';
}

export const extensionOf = (name: string): string =>
  /\.([\p{L}\d]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? '';

const kindOfExtension = (extension: string): FileKind | undefined =>
  fileKinds.find((kind) => (kinds[kind].extensions as readonly string[]).includes(extension));

/** Does the name claim to be another kind than the bytes are? Kinds that hold one another do not count. */
export function isMisnamed(name: string, kind: FileKind): boolean {
  const claimed = kindOfExtension(extensionOf(name));
  if (!claimed || claimed === kind || kind === 'other' || kind === 'empty') return false;
  // Office programs save any of these under the name of another; a table as text may hold a web page's marks.
  const family = (one: FileKind) => (['text', 'html', 'xml', 'rtf'].includes(one) ? 'letters' : one);
  return family(claimed) !== family(kind);
}

/** Why a file is not taken in at all: it would run, or it hides that it could. One plain sentence, or null. */
export function refusalOf(name: string, kind: FileKind): string | null {
  const extension = extensionOf(name);
  if (kind === 'program' || isRefusedExtension(extension))
    return `Tệp ${name} là chương trình chạy được nên không được nhận: hãy gửi văn bản, bảng tính, ảnh hoặc PDF.`;
  if (isMisnamed(name, kind) && 'runs' in kinds[kind])
    return `Tệp ${name} mang đuôi .${extension} nhưng nội dung không phải loại ấy và có thể chứa mã chạy: hãy kiểm tra rồi gửi lại đúng tệp.`;
  return null;
}
