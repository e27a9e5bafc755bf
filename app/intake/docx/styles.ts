import { attributeOf, childrenNamed, findChild, numberOf, toggleOf, type XmlElement } from './xml.ts';

/** What a style says that matters to the text. */
export interface StyleProperties {
  numId: number | null;
  level: number | null;
  /** The style in the basedOn chain that states the list: a list level may be tied to it by name. */
  numberingStyle: string | null;
  font: string | null;
  capitals: boolean | null;
  hidden: boolean | null;
  name: string;
}

export interface Styles {
  /** Properties of a style with those it inherits through basedOn; of the default style when null. */
  resolve: (styleId: string | null) => StyleProperties;
}

const nothing: StyleProperties = {
  numId: null,
  level: null,
  numberingStyle: null,
  font: null,
  capitals: null,
  hidden: null,
  name: '',
};

/** Reads `w:styles`; without the part every style says nothing. */
export function readStyles(root: XmlElement | null): Styles {
  const elements = new Map<string, XmlElement>();
  let defaultId: string | null = null;
  for (const style of root ? childrenNamed(root, 'style') : []) {
    const id = attributeOf(style, 'styleId') ?? '';
    elements.set(id, style);
    const isDefault = /^(?:1|true|on)$/.test(attributeOf(style, 'default') ?? '');
    if (isDefault && attributeOf(style, 'type') === 'paragraph') defaultId = id;
  }
  const defaultFont = fontOf(findChild(root, 'docDefaults', 'rPrDefault', 'rPr'));
  const resolved = new Map<string, StyleProperties>();
  const resolve = (styleId: string | null, depth = 0): StyleProperties => {
    const id = styleId ?? defaultId;
    const element = id === null ? undefined : elements.get(id);
    if (!element || id === null || depth > 20) return { ...nothing, font: defaultFont };
    const known = resolved.get(id);
    if (known) return known;
    const basedOn = attributeOf(findChild(element, 'basedOn'), 'val');
    const base = basedOn ? resolve(basedOn, depth + 1) : { ...nothing, font: defaultFont };
    const own = readStyle(element, id, base);
    resolved.set(id, own);
    return own;
  };
  return { resolve: (styleId) => resolve(styleId) };
}

function readStyle(element: XmlElement, id: string, base: StyleProperties): StyleProperties {
  const numbering = findChild(element, 'pPr', 'numPr');
  const runs = findChild(element, 'rPr');
  const numId = numberOf(findChild(numbering, 'numId'));
  return {
    numId: numId ?? base.numId,
    level: numberOf(findChild(numbering, 'ilvl')) ?? base.level,
    numberingStyle: numbering ? id : base.numberingStyle,
    font: fontOf(runs) ?? base.font,
    capitals: toggleOf(runs, 'caps') ?? base.capitals,
    hidden: toggleOf(runs, 'vanish') ?? base.hidden,
    name: attributeOf(findChild(element, 'name'), 'val') ?? id,
  };
}

/** Font of letters beyond ASCII, which is where the old Vietnamese encodings have theirs. */
export function fontOf(runProperties: XmlElement | null): string | null {
  const fonts = findChild(runProperties, 'rFonts');
  return attributeOf(fonts, 'hAnsi') ?? attributeOf(fonts, 'ascii');
}
