import { DOMParser, type Element } from '@xmldom/xmldom';

/**
 * The structure that Akoma Ntoso 3.0 demands of the elements we write, after the schema of the OASIS Standard
 * “Akoma Ntoso Version 1.0. Part 2: Specifications” (29 August 2018): for each element the names its children may
 * have, in order, as a regular expression over “name name …”, and the attributes that must or may stand on it.
 */
type Model = { children: RegExp; text?: boolean; must?: string[]; may?: string[] };

const named = (names: string) => new RegExp(`^(?:(?:${names}) )*$`);
const none = /^$/;
// Group hierElements.
const hier = 'article|alinea|chapter|division|indent|list|paragraph|part|point|section';
// Groups blockElements (p, table) and inlineCM.
const blocks = 'p|table';
const inlines = 'ref|docNumber|docType|docTitle|docProponent|docDate|signature';
// Type coreProperties: FRBRthis, FRBRuri+, FRBRalias*, FRBRdate+, FRBRauthor+, componentInfo?, preservation?
const core = 'FRBRthis (?:FRBRuri )+(?:FRBRalias )*(?:FRBRdate )+(?:FRBRauthor )+';
const inline: Model = { children: named(inlines), text: true, may: ['eId'] };
const value: Model = { children: none, must: ['value'] };
// Type hierarchy: num?, heading?, subheading?, then content, or intro?, hierElements*, wrapUp?.
const hierarchy: Model = {
  children: new RegExp(
    `^(?:num )?(?:heading )?(?:subheading )?(?:content |(?:intro )?(?:(?:${hier}) )*(?:wrapUp )?)$`,
  ),
  must: ['eId'],
};
const blocksOf: Model = { children: new RegExp(`^(?:(?:${blocks}) )+$`), may: ['eId'] };
// Type openStructure.
const open =
  /^meta (?:coverPage )?(?:preface )?(?:preamble )?mainBody (?:conclusions )?(?:attachments )?(?:components )?$/;

const models: Record<string, Model> = {
  akomaNtoso: { children: /^doc $/, may: ['xmlns'] },
  doc: { children: open, must: ['name'] },
  meta: { children: /^identification (?:references )?$/ },
  identification: { children: /^FRBRWork FRBRExpression FRBRManifestation $/, must: ['source'] },
  // Group workProperties: FRBRcountry, FRBRsubtype?, FRBRnumber*, FRBRname*, FRBRprescriptive?, FRBRauthoritative?
  FRBRWork: { children: new RegExp(`^${core}FRBRcountry (?:FRBRsubtype )?(?:FRBRnumber )*(?:FRBRname )*$`) },
  FRBRExpression: { children: new RegExp(`^${core}(?:FRBRlanguage )+$`) },
  FRBRManifestation: { children: new RegExp(`^${core}(?:FRBRformat )?$`) },
  FRBRthis: value,
  FRBRuri: value,
  FRBRdate: { children: none, must: ['date', 'name'] },
  FRBRauthor: { children: none, must: ['href'], may: ['as'] },
  FRBRcountry: value,
  FRBRsubtype: value,
  FRBRnumber: value,
  FRBRname: value,
  FRBRlanguage: { children: none, must: ['language'] },
  FRBRformat: value,
  references: { children: /^(?:TLC\w+ )+$/, must: ['source'] },
  TLCOrganization: { children: none, must: ['eId', 'href', 'showAs'] },
  TLCReference: { children: none, must: ['eId', 'name', 'href', 'showAs'] },
  coverPage: blocksOf,
  preface: blocksOf,
  preamble: { children: new RegExp(`^(?:(?:${blocks}|citations) )+$`) },
  citations: { children: /^(?:citation )+$/, must: ['eId'] },
  citation: { ...blocksOf, must: ['eId'], may: [] },
  mainBody: { children: new RegExp(`^(?:(?:${hier}|${blocks}) )+$`) },
  conclusions: blocksOf,
  attachments: { children: /^(?:attachment )+$/ },
  attachment: { children: /^doc $/, must: ['eId'] },
  content: { ...blocksOf },
  intro: { ...blocksOf },
  table: { children: /^(?:caption )?(?:tr )+$/, may: ['eId'] },
  tr: { children: /^(?:(?:th|td) )+$/ },
  td: { children: named(blocks), text: true },
  p: inline,
  num: inline,
  heading: inline,
  ref: { ...inline, must: ['href'], may: ['eId', 'refersTo'] },
  docDate: { ...inline, must: ['date'] },
  ...Object.fromEntries(
    ['docNumber', 'docType', 'docTitle', 'docProponent', 'signature'].map((n) => [n, inline]),
  ),
  ...Object.fromEntries(hier.split('|').map((name) => [name, hierarchy])),
};

/** What breaks the structure, in words; empty for a valid document. @throws where the XML is not well-formed */
export function structureFaults(xml: string): string[] {
  const faults: string[] = [];
  const root = parse(xml);
  if (root.namespaceURI !== 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0') faults.push('namespace');
  const ids = new Set<string>();
  const pointed: string[] = [];
  for (const one of [root, ...elementsIn(root)]) {
    const model = models[one.tagName];
    if (!model) {
      faults.push(`<${one.tagName}> is not known`);
      continue;
    }
    const children = childrenOf(one)
      .map((child) => `${child.tagName} `)
      .join('');
    if (!model.children.test(children)) faults.push(`<${one.tagName}> must not hold: ${children}`);
    if (!model.text && ownText(one).trim())
      faults.push(`<${one.tagName}> must not hold text: ${ownText(one)}`);
    const given = [...one.attributes].map((attribute) => attribute.name);
    for (const name of model.must ?? [])
      if (!one.getAttribute(name)) faults.push(`<${one.tagName}> lacks ${name}`);
    for (const name of given)
      if (![...(model.must ?? []), ...(model.may ?? [])].includes(name))
        faults.push(`<${one.tagName} ${name}>`);
    const id = one.getAttribute('eId');
    if (id !== null && (ids.has(id) || /\s/.test(id))) faults.push(`eId ${id}`);
    if (id !== null) ids.add(id);
    for (const name of ['source', 'refersTo', 'href']) {
      const target = one.getAttribute(name);
      if (target?.startsWith('#')) pointed.push(target.slice(1));
    }
    // Type dateType: xsd:date or xsd:dateTime.
    if (given.includes('date') && !/^\d{4}-\d\d-\d\d$/.test(one.getAttribute('date')!))
      faults.push(`date ${one.getAttribute('date')}`);
  }
  return [...faults, ...pointed.filter((id) => !ids.has(id)).map((id) => `#${id} points nowhere`)];
}

/** @throws where it is not well-formed */
export function parse(xml: string): Element {
  const stop = (level: string, message: string) => {
    throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError: stop }).parseFromString(xml, 'text/xml').documentElement!;
}

export const childrenOf = (parent: Element): Element[] =>
  [...parent.childNodes].filter((node): node is Element => node.nodeType === 1);
export const elementsIn = (parent: Element): Element[] =>
  childrenOf(parent).flatMap((child) => [child, ...elementsIn(child)]);
const ownText = (parent: Element): string =>
  [...parent.childNodes].map((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : '')).join('');

const apart = new Set(['p', 'num', 'heading', 'td']);

/** Words of all text that is not metadata, in order; elements that stand apart on the page part words. */
export function wordsIn(root: Element): string[] {
  const read = (parent: Element): string =>
    [...parent.childNodes]
      .map((node) => {
        if (node.nodeType === 3) return node.nodeValue ?? '';
        const child = node as Element;
        if (child.tagName === 'meta') return '';
        return apart.has(child.tagName) ? ` ${read(child)} ` : read(child);
      })
      .join('');
  return lettersOf(read(root));
}

export const lettersOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\d]+/gu) ?? [];
