import { findPerson } from '#app/accounts/index.ts';
import { findFile } from '#app/files/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { citationRoutes } from './citations/citation.routes.ts';
import { comparisonRoutes } from './comparison/comparison.routes.ts';
import { correctionRoutes } from './correction/correction.routes.ts';
import * as contract from './document.contract.ts';
import { maySeeDocument } from './document.policy.ts';
import { getDocument, listDocuments } from './document.store.ts';
import { exportRoutes } from './export/export.routes.ts';
import { importRoutes } from './import/import.routes.ts';
import { presentDocument } from './present.ts';

const PAGE = 50;

export function documentRoutes(web: Web, house: House): void {
  importRoutes(web, house);
  mount(web, house, contract.listDocuments, async ({ query, viewer, tx }) => {
    const onlyPublished = !maySeeDocument.allows(viewer, { state: 'draft' });
    const state = onlyPublished ? 'published' : query.state;
    const { total, rows } = await listDocuments(
      tx,
      { text: query.text, state },
      { page: query.page, size: PAGE },
    );
    const documents = rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      publishedAt: row.publishedAt?.toISOString() ?? null,
    }));
    return { total, pageSize: PAGE, documents };
  });
  mount(web, house, contract.showDocument, async ({ params, viewer, tx }) => {
    const document = await getDocument(tx, params.id);
    requirePolicy(maySeeDocument, viewer, document);
    const people = [document.createdBy, ...document.reading.duties.map((duty) => duty.correctedBy)];
    const file = document.fileId ? await findFile(tx, document.fileId) : undefined;
    return presentDocument(document, await namesOf(tx, people), file);
  });
  correctionRoutes(web, house);
  comparisonRoutes(web, house);
  citationRoutes(web, house);
  exportRoutes(web, house);
}

/** Names of people by id. */
async function namesOf(tx: Tx, ids: (string | null)[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const person = id ? await findPerson(tx, id) : undefined;
    if (person) names.set(person.id, person.name);
  }
  return names;
}
