import type { Element as XmlElement } from '@xmldom/xmldom';
import { attributeOf, childOf, childrenOf, type DocxPackage, numberOf } from './docx-package.ts';

/** How text is set, after styles; lengths mm, sizes and spacing points. */
export type RunSet = {
  font?: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
  color?: string;
  underlined?: boolean;
};
export type ParagraphSet = {
  align?: string;
  firstLine?: number;
  before?: number;
  after?: number;
  /** Lines (1.1) when `auto`, points otherwise. */
  line?: number;
  lineRule?: string;
};

/** `<w:b/>` is on, `<w:b w:val="0"/>` off, absent undefined. */
function readSwitch(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name);
  return element && !/^(0|false|off|none)$/.test(attributeOf(element, 'val') ?? '1');
}

/** Drops what is undefined, so that a lower layer shows through a spread. */
function present<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

function readThemeFonts(theme: XmlElement | undefined): FontReader {
  const scheme = childOf(childOf(theme, 'themeElements'), 'fontScheme');
  return (name) => {
    const family = childOf(scheme, name.startsWith('major') ? 'majorFont' : 'minorFont');
    return attributeOf(childOf(family, 'latin'), 'typeface') || undefined;
  };
}

type FontReader = (name: string) => string | undefined;

function readRun(properties: XmlElement | undefined, themeFont: FontReader): RunSet {
  const fonts = childOf(properties, 'rFonts');
  const themed = attributeOf(fonts, 'asciiTheme') ?? attributeOf(fonts, 'hAnsiTheme');
  const halfPoints = numberOf(childOf(properties, 'sz'), 'val');
  return present<RunSet>({
    font: (themed && themeFont(themed)) ?? attributeOf(fonts, 'ascii') ?? attributeOf(fonts, 'hAnsi'),
    size: halfPoints === undefined ? undefined : halfPoints / 2,
    bold: readSwitch(properties, 'b'),
    italic: readSwitch(properties, 'i'),
    caps: readSwitch(properties, 'caps'),
    color: attributeOf(childOf(properties, 'color'), 'val'),
    underlined: readSwitch(properties, 'u'),
  });
}

export type StyleReader = ReturnType<typeof readStyles>;

/** Reader of effective set: document defaults, then the chain of styles, then what stands on the text itself. */
export function readStyles({ styles, theme }: Pick<DocxPackage, 'styles' | 'theme'>) {
  const themeFont = readThemeFonts(theme);
  const all = childrenOf(styles, 'style');
  const byId = new Map(all.map((style) => [attributeOf(style, 'styleId') ?? '', style]));
  const isDefault = (style: XmlElement) =>
    attributeOf(style, 'type') === 'paragraph' && /^(1|true)$/.test(attributeOf(style, 'default') ?? '');
  const defaultId = attributeOf(all.find(isDefault), 'styleId');
  const defaults = childOf(styles, 'docDefaults');

  /** From the furthest ancestor to the style itself; a ring of styles is cut. */
  const chainOf = (id: string | undefined): XmlElement[] => {
    const chain: XmlElement[] = [];
    let style = id === undefined ? undefined : byId.get(id);
    while (style && !chain.includes(style)) {
      chain.unshift(style);
      style = byId.get(attributeOf(childOf(style, 'basedOn'), 'val') ?? '');
    }
    return chain;
  };
  const paragraphChain = (properties: XmlElement | undefined) => {
    const own = attributeOf(childOf(properties, 'pStyle'), 'val');
    return chainOf(own ?? defaultId);
  };

  return {
    run(paragraph: XmlElement | undefined, run: XmlElement | undefined): RunSet {
      const character = chainOf(attributeOf(childOf(run, 'rStyle'), 'val'));
      const layers = [...paragraphChain(paragraph), ...character].map((style) => childOf(style, 'rPr'));
      const base = childOf(childOf(defaults, 'rPrDefault'), 'rPr');
      return Object.assign({}, ...[base, ...layers, run].map((layer) => readRun(layer, themeFont)));
    },
    paragraph(properties: XmlElement | undefined): ParagraphSet {
      const base = childOf(childOf(defaults, 'pPrDefault'), 'pPr');
      const layers = paragraphChain(properties).map((style) => childOf(style, 'pPr'));
      return Object.assign({}, ...[base, ...layers, properties].map(readParagraph));
    },
  };
}

function readParagraph(properties: XmlElement | undefined): ParagraphSet {
  const spacing = childOf(properties, 'spacing');
  const indent = childOf(properties, 'ind');
  const points = (name: string) => {
    const twips = numberOf(spacing, name);
    return twips === undefined ? undefined : twips / 20;
  };
  const hanging = numberOf(indent, 'hanging');
  const first = hanging === undefined ? numberOf(indent, 'firstLine') : -hanging;
  const line = numberOf(spacing, 'line');
  const rule = attributeOf(spacing, 'lineRule') ?? 'auto';
  return present<ParagraphSet>({
    align: attributeOf(childOf(properties, 'jc'), 'val'),
    firstLine: first === undefined ? undefined : (first * 25.4) / 1440,
    before: points('before'),
    after: points('after'),
    line: line === undefined ? undefined : rule === 'auto' ? line / 240 : line / 20,
    lineRule: line === undefined ? undefined : rule,
  });
}
