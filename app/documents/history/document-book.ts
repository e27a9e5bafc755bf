import type { LedgerBook, LedgerEvent, Said } from '#app/ledger/index.ts';
import { mayReviewDocuments } from '../document.policy.ts';
import { changesOfDocument } from './document-history.ts';
import {
  compareDocuments,
  type DocumentTold,
  listLeftOut,
  stateOfDocument,
  titleOfDocument,
} from './history.store.ts';
import { restoreDuty, undoDocument } from './undo-document.ts';

const fields: Record<string, Said> = {
  symbol: { vi: 'số, ký hiệu', en: 'symbol' },
  kind: { vi: 'tên loại', en: 'kind' },
  title: { vi: 'trích yếu', en: 'title' },
  issuer: { vi: 'cơ quan ban hành', en: 'issuer' },
  place: { vi: 'địa danh', en: 'place' },
  issuedOn: { vi: 'ngày ban hành', en: 'date' },
  path: { vi: 'mục', en: 'number' },
  span: { vi: 'đoạn chữ', en: 'words' },
  holders: { vi: 'chủ trì', en: 'holders' },
  coordinators: { vi: 'phối hợp', en: 'coordinators' },
  lead: { vi: 'là chủ trì', en: 'leads' },
  request: { vi: 'là đề nghị', en: 'is a request' },
  deadline: { vi: 'thời hạn', en: 'deadline' },
  reportTo: { vi: 'báo cáo về', en: 'reports to' },
  product: { vi: 'sản phẩm', en: 'product' },
  confirmed: { vi: 'đã xác nhận', en: 'confirmed' },
  removed: { vi: 'đã bỏ ra', en: 'left out' },
};

/** What a document's lines changed, how they are taken back, and what its row must say. */
export const documentHistoryBook: Pick<
  LedgerBook,
  'titleOf' | 'changes' | 'fieldName' | 'showValue' | 'undo' | 'mayUndo' | 'removed' | 'replay'
> = {
  titleOf: titleOfDocument,
  changes: changesOfDocument,
  fieldName: (field, chain) => {
    if (field.startsWith('header.')) return fields[field.slice(7)] ?? { vi: field, en: field };
    const [id, name] = field.split(':') as [string, string];
    const known = fields[name] ?? { vi: name, en: name };
    const path = chain.find(({ payload }) => payload.dutyId === id && payload.path)?.payload.path ?? id;
    return { vi: `nhiệm vụ ${path}: ${known.vi}`, en: `duty ${path}: ${known.en}` };
  },
  showValue: (field, value) => {
    if (!field.endsWith(':span') || !Array.isArray(value)) return null;
    return { vi: `chữ thứ ${value[0]} đến ${value[1]}`, en: `characters ${value[0]} to ${value[1]}` };
  },
  undo: undoDocument,
  mayUndo: async (tx, viewer, id) => {
    const isOpen = mayReviewDocuments.allows(viewer) && (await stateOfDocument(tx, id)) === 'draft';
    return () => isOpen;
  },
  removed: {
    list: async (tx, viewer) =>
      mayReviewDocuments.allows(viewer)
        ? (await listLeftOut(tx)).map((one) => ({
            thing: one.dutyId,
            subjectId: one.documentId,
            kind: { vi: 'Nhiệm vụ bỏ khỏi bản đọc', en: 'Duty left out of a reading' },
            text: one.text,
            from: [one.path, one.symbol].filter(Boolean).join(', ') || 'văn bản chưa có số',
            at: null,
            by: null,
            reason: null,
          }))
        : [],
    restore: restoreDuty,
  },
  replay: { start: () => ({ published: false, header: {} }), step: stepDocument, compare: compareDocuments },
};

function stepDocument(told: DocumentTold, line: LedgerEvent): DocumentTold {
  if (line.kind === 'document.published') return { ...told, published: true };
  // What was chosen between two copies may have changed the header without saying how.
  if (line.kind === 'document.text-settled') return { ...told, header: {} };
  const written = Object.entries(changesOfDocument([line])[0]!)
    .filter(([field]) => field.startsWith('header.'))
    .map(([field, [, after]]) => [field.slice(7), after]);
  return written.length ? { ...told, header: { ...told.header, ...Object.fromEntries(written) } } : told;
}
