export type Attributes = Record<string, string | null>;

/** What XML 1.0 (section 2.2) has no place for: control characters, lone halves of a pair, U+FFFE and U+FFFF. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand between tags or inside a quoted attribute; NFC. */
export const escapeXml = (text: string): string =>
  text
    .normalize('NFC')
    .replace(forbidden, '')
    .replace(/[&<>"]/g, (sign) => entities[sign]!);

/** One element; attributes that are null are left out. `content` is XML already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter((one): one is [string, string] => one[1] !== null)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
