/** A piece of XML, escaped already. */
export type Xml = { xml: string };

// What XML 1.0 cannot say.
const unsayable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (words: string): string =>
  words
    .replace(unsayable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** `<name a="…">…</name>`: words are escaped, pieces stand as they are. */
export function element(
  name: string,
  attributes: Record<string, string> = {},
  content: string | Xml[] = [],
): Xml {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  const inner = typeof content === 'string' ? escaped(content) : content.map(({ xml }) => xml).join('');
  return { xml: inner ? `<${name}${given}>${inner}</${name}>` : `<${name}${given}/>` };
}
