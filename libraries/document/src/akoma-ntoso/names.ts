import type { Citation, DocumentMetadata } from '../reading.ts';

/** “Ủy ban nhân dân” → “uy-ban-nhan-dan”: the plain letters that addresses of Akoma Ntoso are made of. */
export const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** “Kế hoạch” → “keHoach”, for `name` of `<doc>`. */
export const camel = (text: string): string =>
  slug(text).replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/**
 * Address of a work: /akn/vn/doc/{kind}/{author}/{date}/{number}
 * (Akoma Ntoso Naming Convention 1.0, section 4.4). What the text does not say is written “-”.
 */
export const workUri = (known: Pick<DocumentMetadata, 'kind' | 'issuer' | 'date' | 'symbol'>): string =>
  [
    '/akn/vn/doc',
    slug(known.kind ?? '') || '-',
    slug(known.issuer ?? '') || '-',
    known.date ?? yearOf(known.symbol) ?? '-',
    slug(known.symbol ?? '') || '-',
  ].join('/');

/** The year inside “03/2021/TT-BNG”. */
const yearOf = (symbol: string | null): string | null => /\/(\d{4})\//.exec(symbol ?? '')?.[1] ?? null;

export const citationId = (citation: Pick<Citation, 'symbol'>): string => `ref-${slug(citation.symbol)}`;
export const organizationId = (name: string): string => `org-${slug(name) || 'khong-ro'}`;

/**
 * Gives out `eId`s: parent, two underscores, abbreviation, one underscore, number
 * (Naming Convention 1.0, section 5.4). A number printed twice gets a further “-2”.
 */
export function openIdentifiers(): (parent: string, abbreviation: string, number?: string) => string {
  const given = new Set<string>();
  const counts = new Map<string, number>();
  return (parent, abbreviation, number = '') => {
    const stem = (parent === '' ? '' : `${parent}__`) + abbreviation;
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    const wanted = `${stem}_${numberIn(number) || count}`;
    let id = wanted;
    for (let again = 2; given.has(id); again++) id = `${wanted}-${again}`;
    given.add(id);
    return id;
  };
}

/** “Điều 3.” → “3”, “1.2.” → “1-2”, “đ)” → “đ”. */
const numberIn = (label: string): string =>
  label
    .normalize('NFC')
    .split(/\s+/)
    .at(-1)!
    .replace(/[^\p{L}\d.]/gu, '')
    .replace(/^\.+|\.+$/g, '')
    .replace(/\.+/g, '-');
