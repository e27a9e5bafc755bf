import { type UnzipFileInfo, unzipSync } from 'fflate';
import { IntakeRefusal } from '../intake-refusal.ts';
import { limits } from '../limits.ts';
import { attributeOf, childrenNamed, parsePart, type XmlElement } from './xml.ts';

/** The XML parts of a DOCX, by the name of their relation to the main document ("styles", "numbering" …). */
export interface DocxPackage {
  main: XmlElement;
  part: (relation: string) => XmlElement | null;
  parts: (relation: string) => XmlElement[];
}

/**
 * Opens a DOCX, unpacking only its XML parts and never more than the limits.
 * @throws IntakeRefusal `zip-bomb`, `damaged`, `wrong-type` (a ZIP but no Word document) or `entity-expansion`.
 */
export function openPackage(bytes: Uint8Array): DocxPackage {
  const files = unpack(bytes);
  const officeDocument = relationsOf(files, '_rels/.rels', '').find(({ type }) => type === 'officeDocument');
  const mainName = officeDocument?.target ?? 'word/document.xml';
  const mainBytes = files[mainName];
  if (!mainBytes) throw new IntakeRefusal('wrong-type');
  const main = parsePart(mainBytes);
  if (main.localName !== 'document') throw new IntakeRefusal('wrong-type');
  const [, folder = '', base = ''] = /^(.*\/)?([^/]+)$/.exec(mainName) ?? [];
  const relations = relationsOf(files, `${folder}_rels/${base}.rels`, folder);
  const parts = (relation: string) =>
    relations
      .filter(({ type, target }) => type === relation && files[target])
      .map(({ target }) => parsePart(files[target]!));
  return { main, parts, part: (relation) => parts(relation)[0] ?? null };
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const wanted = ({ name, originalSize }: UnzipFileInfo) => {
    entries += 1;
    total += originalSize;
    if (entries > limits.unpackedEntries || total > limits.unpackedBytes) throw new IntakeRefusal('zip-bomb');
    const isXml = /\.(?:xml|rels)$/i.test(name);
    if (isXml && originalSize > limits.xmlPartBytes) throw new IntakeRefusal('zip-bomb');
    return isXml;
  };
  try {
    return unzipSync(bytes, { filter: wanted });
  } catch (cause) {
    throw cause instanceof IntakeRefusal ? cause : new IntakeRefusal('damaged', { cause });
  }
}

interface Relation {
  type: string;
  target: string;
}

function relationsOf(files: Record<string, Uint8Array>, name: string, folder: string): Relation[] {
  const bytes = files[name];
  if (!bytes) return [];
  return childrenNamed(parsePart(bytes), 'Relationship').map((relation) => {
    const target = attributeOf(relation, 'Target') ?? '';
    return {
      type: (attributeOf(relation, 'Type') ?? '').replace(/^.*\//, ''),
      target: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''),
    };
  });
}
