import { appendEvent, type LedgerBook, type Said } from '#app/ledger/index.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import { mayEditConsolidations } from './consolidation.policy.ts';
import { getConsolidation } from './consolidation.store.ts';
import {
  type ConsolidationTold,
  compareConsolidations,
  listSetAside,
  titleOfConsolidation,
} from './history.store.ts';
import { getSentence, setRemoved } from './sentence.store.ts';
import { changesOfConsolidation, undoConsolidation } from './undo-consolidation.ts';

const fields: Record<string, Said> = {
  text: { vi: 'lời', en: 'words' },
  sources: { vi: 'nguồn', en: 'sources' },
  isEditorial: { vi: 'là câu biên tập', en: 'editorial' },
  removedReason: { vi: 'để ra ngoài vì', en: 'set aside because' },
  mergedInto: { vi: 'gộp vào câu', en: 'merged into' },
  isEdited: { vi: 'đã sửa tay', en: 'edited by hand' },
  slot: { vi: 'mục', en: 'heading' },
  position: { vi: 'thứ tự', en: 'order' },
  marks: { vi: 'chữ đậm, nghiêng', en: 'bold and italic' },
  form: { vi: 'liệt kê a), b)', en: 'point of a list' },
};
const letter: Record<string, Said> = {
  superior: { vi: 'cơ quan cấp trên', en: 'superior' },
  issuer: { vi: 'cơ quan ban hành', en: 'issuer' },
  notation: { vi: 'ký hiệu', en: 'notation' },
  place: { vi: 'địa danh', en: 'place' },
  addressees: { vi: 'kính gửi', en: 'addressees' },
  bases: { vi: 'căn cứ', en: 'bases' },
  title: { vi: 'trích yếu', en: 'title' },
  opening: { vi: 'lời mở đầu', en: 'opening' },
  closing: { vi: 'lời kết', en: 'closing' },
  signature: { vi: 'chữ ký', en: 'signature' },
  recipients: { vi: 'nơi nhận', en: 'recipients' },
};

/** What a consolidation's lines changed, how they are taken back, and what its row must say. */
export const consolidationHistory: Pick<
  LedgerBook,
  'titleOf' | 'changes' | 'fieldName' | 'showValue' | 'undo' | 'mayUndo' | 'removed' | 'replay'
> = {
  titleOf: titleOfConsolidation,
  changes: changesOfConsolidation,
  fieldName: (field, chain) => {
    if (field.startsWith('finding:')) return { vi: 'quyết định', en: 'decision' };
    if (field.startsWith('letter.')) return letter[field.slice(7)] ?? { vi: field, en: field };
    const [id, name] = field.split(':') as [string, string];
    const line = chain.find(({ payload }) => payload.sentenceId === id);
    const known = fields[name] ?? { vi: name, en: name };
    return {
      vi: `câu ở dòng ${line?.seq ?? '?'}: ${known.vi}`,
      en: `sentence of line ${line?.seq ?? '?'}: ${known.en}`,
    };
  },
  showValue: (field, value) => {
    if (field.endsWith(':marks') && Array.isArray(value))
      return { vi: `${value.length} chỗ`, en: `${value.length} places` };
    if (!field.endsWith(':sources') || !Array.isArray(value)) return null;
    return { vi: `${value.length} nguồn`, en: `${value.length} sources` };
  },
  undo: undoConsolidation,
  mayUndo: async (tx, viewer, id) => {
    const isOpen = mayEditConsolidations.allows(viewer) && (await getConsolidation(tx, id)).state === 'draft';
    return () => isOpen;
  },
  removed: {
    list: async (tx, viewer) =>
      mayEditConsolidations.allows(viewer)
        ? (await listSetAside(tx)).map((one) => ({
            ...one,
            kind: { vi: 'Câu trong báo cáo tổng hợp', en: 'Sentence of a consolidated report' },
            by: null,
          }))
        : [],
    restore: async ({ tx, viewer, house, subjectId }, thing) => {
      requirePolicy(mayEditConsolidations, viewer, undefined);
      const draft = await getConsolidation(tx, subjectId, { forUpdate: true });
      if (draft.state === 'issued') throw conflict('Báo cáo đã ban hành nên không lấy câu lại được nữa.');
      const sentence = await getSentence(tx, subjectId, thing);
      await setRemoved(tx, sentence.id, null, house.now());
      await appendEvent(tx, house.now(), {
        subjectKind: 'consolidation',
        subjectId,
        kind: 'consolidation.sentence-restored',
        actorId: viewer.personId,
        payload: { sentenceId: sentence.id, reason: sentence.removedReason },
      });
    },
  },
  replay: {
    start: (): ConsolidationTold => ({ issuedSha256: null }),
    step: (told: ConsolidationTold, line) =>
      line.kind === 'consolidation.issued' ? { issuedSha256: String(line.payload.sha256) } : told,
    compare: compareConsolidations,
  },
};
