import type { Citation, OutlineNode, Span } from '#libraries/document/index.ts';
import { findReplacement, foldSymbol, type Replacement } from './instrument.ts';

/** Where in a document a mention stands. */
export type Place =
  | { kind: 'head' | 'basis' | 'annex' | 'foot' | 'body'; path: null }
  | { kind: 'path'; path: string };

export type ShownMention = { text: string; span: Span; before: string; after: string; place: Place };

/** One cited instrument with every place where a document names it. */
export type CitedNode = {
  symbol: string;
  kind: string | null;
  date: string | null;
  issuer: string | null;
  basis: boolean;
  mentions: ShownMention[];
  replacement: Replacement | null;
};

type Cited = { text: string; tree: OutlineNode; citations: Citation[] };

/** What one document cites, those it stands on first, then by how often they are named. `on` is today, ISO. */
export function citedNodes({ text, tree, citations }: Cited, on: string): CitedNode[] {
  return citations
    .map((citation) => ({
      symbol: citation.symbol,
      kind: citation.kind,
      date: citation.date,
      issuer: citation.issuer,
      basis: citation.basis,
      mentions: citation.mentions
        .map(({ text: words, span }) => ({
          text: words,
          span,
          ...around(text, span),
          place: placeOf(tree, text, span),
        }))
        .toSorted((a, b) => a.span[0] - b.span[0]),
      replacement: findReplacement(citation.symbol, on),
    }))
    .toSorted((a, b) => Number(b.basis) - Number(a.basis) || b.mentions.length - a.mentions.length);
}

const REACH = 70;

/** The words before and after a mention, cut between words, without marks of Markdown; “…” where more stands there. */
function around(text: string, [begin, end]: Span): { before: string; after: string } {
  const lineBegin = Math.max(text.lastIndexOf('\n\n', begin - 1) + 2, 0);
  const found = text.indexOf('\n\n', end);
  const lineEnd = found < 0 ? text.length : found;
  const left = Math.max(lineBegin, begin - REACH);
  const right = Math.min(lineEnd, end + REACH);
  const before = plain(text.slice(left, begin));
  const after = plain(text.slice(end, right));
  return {
    before: left > lineBegin ? `…${before.replace(/^\S*\s/, '')}` : before.trimStart(),
    after: right < lineEnd ? `${after.replace(/\s\S*$/, '')}…` : after.trimEnd(),
  };
}

const plain = (words: string): string => words.replace(/[*#\\|]+/g, '').replace(/\s+/g, ' ');

const basis = /^[\s*#]*(?:Căn cứ|Thực hiện|Xét|Theo |Thi hành)/;

function placeOf(tree: OutlineNode, text: string, [begin]: Span): Place {
  let node = tree;
  let part: OutlineNode | null = null;
  for (;;) {
    const child = node.children.find((one) => one.span[0] <= begin && begin < one.span[1]);
    if (!child) break;
    part ??= child;
    node = child;
  }
  if (part?.kind === 'head' || part?.kind === 'annex' || part?.kind === 'foot')
    return { kind: part.kind, path: null };
  if (node.path !== null) return { kind: 'path', path: node.path };
  return { kind: basis.test(text.slice(...node.span)) ? 'basis' : 'body', path: null };
}

/** An instrument and the documents that cite it. */
export type CitedInstrument = {
  /** Its folded symbol. */
  key: string;
  symbol: string;
  kind: string | null;
  date: string | null;
  issuer: string | null;
  replacement: Replacement | null;
  citedBy: { documentId: string; basis: boolean; mentions: number }[];
};

/** All instruments that the documents cite, the most cited first. `text` is part of a symbol, typed in any spacing, with or without diacritics. */
export function citedInstruments(
  documents: readonly { id: string; citations: Citation[] }[],
  on: string,
  text = '',
): CitedInstrument[] {
  const wanted = foldSymbol(text);
  const byKey = new Map<string, CitedInstrument>();
  for (const document of documents)
    for (const citation of document.citations) {
      const key = foldSymbol(citation.symbol);
      if (!key.includes(wanted) && !foldSymbol(`${citation.kind ?? ''}${citation.symbol}`).includes(wanted))
        continue;
      const one = byKey.get(key) ?? openInstrument(key, citation, on);
      one.kind ??= citation.kind;
      one.date ??= citation.date;
      one.issuer ??= citation.issuer;
      one.citedBy.push({
        documentId: document.id,
        basis: citation.basis,
        mentions: citation.mentions.length,
      });
      byKey.set(key, one);
    }
  return [...byKey.values()].sort(
    (a, b) => b.citedBy.length - a.citedBy.length || total(b) - total(a) || a.key.localeCompare(b.key),
  );
}

const openInstrument = (
  key: string,
  { symbol, kind, date, issuer }: Citation,
  on: string,
): CitedInstrument => ({
  key,
  symbol,
  kind,
  date,
  issuer,
  replacement: findReplacement(symbol, on),
  citedBy: [],
});

const total = (one: CitedInstrument): number => one.citedBy.reduce((sum, cite) => sum + cite.mentions, 0);
