import type { FileHolder } from '#app/files/index.ts';
import { maySeeDocument } from './document.policy.ts';
import { findDocumentOfFile } from './document.store.ts';

/** The file a document came in, and the pictures of its pages: readable to whom the document is. */
export const documentFiles: FileHolder = {
  findPlace: async (tx, viewer, fileId) => {
    const document = await findDocumentOfFile(tx, fileId);
    if (!document || !maySeeDocument.allows(viewer, document)) return null;
    const { id, symbol, title } = document;
    return { address: `/documents/${id}`, name: symbol ? `Văn bản ${symbol}` : (title ?? 'Văn bản') };
  },
};
