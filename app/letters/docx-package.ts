import { DOMParser, type Document as XmlDocument, type Element as XmlElement } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

/** Parts above this size are left alone: no office document is so large, and a hostile one may be. Bytes. */
const largestPart = 60_000_000;

/** A DOCX opened: its XML parts by path, and what the main text refers to by relationship id. */
export type DocxPackage = {
  main: XmlElement;
  styles: XmlElement | undefined;
  theme: XmlElement | undefined;
  /** Header or footer by relationship id. */
  related: (id: string) => XmlElement | undefined;
  /** A picture of the main text by relationship id; undefined where it is too large to look at. */
  picture: (id: string) => Uint8Array | undefined;
};

/** Child elements with a local name, in order; prefixes differ between writers. */
export function childrenOf(parent: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling) {
    if (node.nodeType !== 1) continue;
    const element = node as XmlElement;
    if (name === undefined || element.localName === name) found.push(element);
  }
  return found;
}

export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(parent, name)[0];
}

/** Value of an attribute by its local name. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  for (const attribute of element?.attributes ?? []) if (attribute.localName === name) return attribute.value;
  return undefined;
}

/** A number in an attribute; undefined when absent or no number. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = Number.parseFloat(attributeOf(element, name) ?? '');
  return Number.isNaN(value) ? undefined : value;
}

function parse(bytes: Uint8Array | undefined): XmlElement | undefined {
  if (!bytes) return undefined;
  const document: XmlDocument = new DOMParser({ onError: () => {} }).parseFromString(
    strFromU8(bytes),
    'text/xml',
  );
  return document.documentElement ?? undefined;
}

function readTargets(files: Record<string, Uint8Array>): Map<string, string> {
  const relations = childrenOf(parse(files['word/_rels/document.xml.rels']), 'Relationship');
  return new Map(
    relations.map((relation) => [
      attributeOf(relation, 'Id') ?? '',
      `word/${(attributeOf(relation, 'Target') ?? '').replace(/^(\/word)?\//, '')}`,
    ]),
  );
}

/** Pictures above this size are no seal and no signature. Bytes. */
const largestPicture = 8_000_000;

function readOne(bytes: Uint8Array, path: string | undefined): Uint8Array | undefined {
  if (path === undefined) return undefined;
  const isIt = ({ name, originalSize }: { name: string; originalSize: number }) =>
    name === path && originalSize < largestPicture;
  return unzipSync(bytes, { filter: isIt })[path];
}

/** Opens a DOCX; undefined when the bytes are none (no zip, no main text, broken XML). */
export function openDocx(bytes: Uint8Array): DocxPackage | undefined {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => /^word\/.*\.(xml|rels)$/.test(name) && originalSize < largestPart,
    });
    const main = parse(files['word/document.xml']);
    if (main?.localName !== 'document') return undefined;
    const targets = readTargets(files);
    return {
      main,
      styles: parse(files['word/styles.xml']),
      theme: parse(files['word/theme/theme1.xml']),
      related: (id) => parse(files[targets.get(id) ?? '']),
      picture: (id) => readOne(bytes, targets.get(id)),
    };
  } catch {
    return undefined;
  }
}
