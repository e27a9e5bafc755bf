import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { maySeeDocument } from '../document.policy.ts';
import { getDocument } from '../document.store.ts';
import * as contract from './citation.contract.ts';
import { listCitingDocuments } from './citation.store.ts';
import { citedInstruments, citedNodes } from './citation-graph.ts';

const PAGE = 50;

/** Which documents stand on which, and which of these are no longer in force. */
export function citationRoutes(web: Web, house: House): void {
  mount(web, house, contract.documentCitations, async ({ params, viewer, tx }) => {
    const document = await getDocument(tx, params.id);
    requirePolicy(maySeeDocument, viewer, document);
    const { id, symbol, kind, title, issuedOn, text, reading } = document;
    const cited = citedNodes(
      { text, tree: reading.tree, citations: reading.citations },
      vietnameseDay(house.now()),
    );
    return { id, symbol, kind, title, issuedOn, cited };
  });
  mount(web, house, contract.listCitations, async ({ query, viewer, tx }) => {
    const onlyPublished = !maySeeDocument.allows(viewer, { state: 'draft' });
    const documents = await listCitingDocuments(tx, { onlyPublished });
    const found = citedInstruments(documents, vietnameseDay(house.now()), query.text);
    const replaced = found.filter((one) => one.replacement);
    const all = query.replaced ? replaced : found;
    const instruments = all.slice((query.page - 1) * PAGE, query.page * PAGE);
    const citing = new Set(instruments.flatMap((one) => one.citedBy.map((cite) => cite.documentId)));
    return {
      total: all.length,
      replaced: replaced.length,
      pageSize: PAGE,
      documents: documents
        .filter((document) => citing.has(document.id))
        .map(({ id, symbol, kind, title, issuedOn }) => ({ id, symbol, kind, title, issuedOn })),
      instruments,
    };
  });
}

/** The day in an office of Việt Nam, ISO. */
const vietnameseDay = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
