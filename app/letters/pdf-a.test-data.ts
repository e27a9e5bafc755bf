import { inflateSync } from 'node:zlib';

/** A PDF laid open: its file as text (latin1) and each stream with its dictionary, inflated. */
export type OpenedPdf = { text: string; streams: { dictionary: string; data: string }[] };

/** Opens every stream; object streams are added to the text, so that each dictionary can be found in it. */
export function layOpen(bytes: Buffer): OpenedPdf {
  const file = bytes.toString('latin1');
  const streams = [...file.matchAll(/<<((?:(?!endobj)[\s\S])*?)>>\s*stream\r?\n/g)].map((found) => {
    const dictionary = found[1]!;
    const start = found.index + found[0].length;
    const raw = bytes.subarray(start, file.indexOf('endstream', start));
    const isDeflated = /\/FlateDecode/.test(dictionary);
    return { dictionary, data: (isDeflated ? inflateSync(raw) : raw).toString('latin1') };
  });
  const objects = streams.filter(({ dictionary }) => /\/ObjStm/.test(dictionary)).map(({ data }) => data);
  // The words of pages and fonts are no dictionaries: what looks like one in them is none.
  const outside = file.replace(/stream\r?\n[\s\S]*?endstream/g, 'stream endstream');
  return { text: [outside, ...objects].join('\n'), streams };
}

const forbidden = [
  'Encrypt',
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'OpenAction',
  'AA',
  'XFA',
  'Movie',
  'Sound',
  'LZWDecode',
];

const count = (text: string, pattern: RegExp) => text.match(new RegExp(pattern, 'g'))?.length ?? 0;

type Check = [name: string, isSound: (pdf: OpenedPdf) => boolean];

const xmpOf = ({ streams }: OpenedPdf) =>
  streams.find(({ dictionary }) => /\/Type\s*\/Metadata/.test(dictionary));

/** What ISO 19005-2 asks of level B and can be read off the file itself; and tags, because we say it has them. */
const checks: Check[] = [
  ['header', ({ text }) => /^%PDF-1\.[4-7]\s+%[\x80-\xff]{4}/.test(text)],
  ['file id', ({ text }) => /\/ID\s*\[\s*[(<]/.test(text)],
  [
    'metadata uncompressed',
    (pdf) => {
      const xmp = xmpOf(pdf);
      return xmp !== undefined && !/\/Filter/.test(xmp.dictionary);
    },
  ],
  ['pdfaid part', (pdf) => /pdfaid:part>2<|pdfaid:part="2"/.test(xmpOf(pdf)?.data ?? '')],
  [
    'pdfaid conformance',
    (pdf) => /pdfaid:conformance>B<|pdfaid:conformance="B"/.test(xmpOf(pdf)?.data ?? ''),
  ],
  ['title in metadata', (pdf) => /<dc:title>/.test(xmpOf(pdf)?.data ?? '')],
  [
    'output intent',
    ({ text }) =>
      /\/OutputIntents/.test(text) && /\/S\s*\/GTS_PDFA1/.test(text) && /\/DestOutputProfile/.test(text),
  ],
  ['colour profile', ({ streams }) => streams.some(({ data }) => data.slice(36, 40) === 'acsp')],
  [
    'fonts embedded',
    ({ text }) =>
      count(text, /\/Type\s*\/FontDescriptor/) > 0 &&
      count(text, /\/Type\s*\/FontDescriptor/) === count(text, /\/FontFile[23]?\s+\d+ \d+ R/),
  ],
  [
    'fonts to Unicode',
    ({ text }) => count(text, /\/Subtype\s*\/Type0/) === count(text, /\/ToUnicode\s+\d+ \d+ R/),
  ],
  [
    'tagged',
    ({ text }) => /\/Marked\s+true/.test(text) && /\/StructTreeRoot/.test(text) && /\/S\s*\/P\b/.test(text),
  ],
  ['language', ({ text }) => /\/Lang\s*\(vi/.test(text)],
  ['xref at the end', ({ text }) => /startxref\s+\d+\s+%%EOF\s*$/m.test(text)],
  ...forbidden.map((name): Check => [`no ${name}`, ({ text }) => !new RegExp(`/${name}\\b`).test(text)]),
];

/** The names of what the file lacks of PDF/A-2b; none for a sound one. */
export const faultsOfPdfA = (pdf: OpenedPdf): string[] =>
  checks.filter(([, isSound]) => !isSound(pdf)).map(([name]) => name);

export const checkNames = checks.map(([name]) => name);
