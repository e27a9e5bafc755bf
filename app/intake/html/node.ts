import type { DefaultTreeAdapterMap } from 'parse5';

export type HtmlNode = DefaultTreeAdapterMap['node'];
export type HtmlElement = DefaultTreeAdapterMap['element'];

export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs?.find((attribute) => attribute.name === name)?.value ?? null;
}
