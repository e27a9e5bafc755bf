import type { ListDefinition, ListLevel } from '../lists/list.ts';
import type { Styles } from './styles.ts';
import { attributeOf, childrenNamed, findChild, numberOf, toggleOf, type XmlElement } from './xml.ts';

/** Reads `w:numbering` into lists by their numId. */
export function readNumbering(root: XmlElement | null, styles: Styles): Map<number, ListDefinition> {
  const abstracts = new Map<string, XmlElement>();
  const nums = new Map<number, XmlElement>();
  for (const element of root ? childrenNamed(root, 'abstractNum') : [])
    abstracts.set(attributeOf(element, 'abstractNumId') ?? '', element);
  for (const element of root ? childrenNamed(root, 'num') : []) {
    const numId = numberOf(element, 'numId');
    if (numId !== null) nums.set(numId, element);
  }
  const findAbstract = (num: XmlElement, depth = 0): XmlElement | null => {
    const abstract = abstracts.get(attributeOf(findChild(num, 'abstractNumId'), 'val') ?? '') ?? null;
    const link = attributeOf(findChild(abstract, 'numStyleLink'), 'val');
    const linked = link === null ? undefined : nums.get(styles.resolve(link).numId ?? -1);
    return linked && linked !== num && depth < 9 ? findAbstract(linked, depth + 1) : abstract;
  };
  const lists = new Map<number, ListDefinition>();
  for (const [numId, num] of nums) {
    const abstract = findAbstract(num);
    if (abstract) lists.set(numId, readList(num, abstract));
  }
  return lists;
}

function readList(num: XmlElement, abstract: XmlElement): ListDefinition {
  const levels = new Map(childrenNamed(abstract, 'lvl').map(readLevel));
  const startOverrides = new Map<number, number>();
  for (const override of childrenNamed(num, 'lvlOverride')) {
    const at = numberOf(override, 'ilvl') ?? 0;
    const level = findChild(override, 'lvl');
    const start = numberOf(findChild(override, 'startOverride'));
    if (level) levels.set(at, readLevel(level)[1]);
    if (start !== null) startOverrides.set(at, start);
  }
  return { counters: attributeOf(abstract, 'abstractNumId') ?? '', levels, startOverrides };
}

function readLevel(element: XmlElement): [number, ListLevel] {
  return [
    numberOf(element, 'ilvl') ?? 0,
    {
      start: numberOf(findChild(element, 'start')) ?? 0,
      format: attributeOf(findChild(element, 'numFmt'), 'val') ?? 'decimal',
      label: attributeOf(findChild(element, 'lvlText'), 'val') ?? '',
      restartAfter: numberOf(findChild(element, 'lvlRestart')),
      allDecimal: toggleOf(element, 'isLgl') ?? false,
      style: attributeOf(findChild(element, 'pStyle'), 'val'),
    },
  ];
}
