import { DOMParser, type Element } from '@xmldom/xmldom';
import { IntakeRefusal } from '../intake-refusal.ts';
import { limits } from '../limits.ts';

export type XmlElement = Element;

/**
 * One XML part as a tree. Office Open XML has no document type declaration (ECMA-376 Part 2, 8.1.4), so a
 * part with one is refused before it is parsed: entities cannot expand.
 */
export function parsePart(bytes: Uint8Array): XmlElement {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const xml = new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new IntakeRefusal('entity-expansion');
  if (countTags(xml) > 2 * limits.xmlElements) throw new IntakeRefusal('too-large');
  try {
    const tree = new DOMParser({ onError: failOnFatal }).parseFromString(xml, 'text/xml').documentElement;
    if (tree) return tree;
  } catch (cause) {
    throw new IntakeRefusal('damaged', { cause });
  }
  throw new IntakeRefusal('damaged');
}

function countTags(xml: string): number {
  let count = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) count += 1;
  return count;
}

function failOnFatal(level: string, message: string): void {
  if (level === 'fatalError') throw new Error(message);
}

/** Child elements in order. Names are compared without prefix: strict and transitional files differ in it. */
export function childElements(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 1) found.push(node as XmlElement);
  return found;
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).filter((child) => child.localName === name);
}

export function findChild(element: XmlElement | null | undefined, ...path: string[]): XmlElement | null {
  let at = element ?? null;
  for (const name of path)
    at = at ? (childElements(at).find((child) => child.localName === name) ?? null) : null;
  return at;
}

export function attributeOf(element: XmlElement | null, name: string): string | null {
  if (!element) return null;
  for (const attribute of element.attributes)
    if ((attribute.localName ?? attribute.name) === name) return attribute.value;
  return null;
}

/** The whole number in an attribute (`w:val` unless named), null when absent or not a number. */
export function numberOf(element: XmlElement | null, name = 'val'): number | null {
  const value = attributeOf(element, name);
  return value !== null && /^-?\d+$/.test(value.trim()) ? Number(value) : null;
}

/** A Word on/off property: present without a value means on. Null when the property is not stated. */
export function toggleOf(properties: XmlElement | null, name: string): boolean | null {
  const toggle = findChild(properties, name);
  return toggle ? !/^(?:0|false|off|none)$/i.test(attributeOf(toggle, 'val') ?? '') : null;
}
