import type { LedgerBook, Payload, Wording } from '#app/ledger/index.ts';
import { nameOfKind } from './agency.ts';
import { listDatedAgencies } from './dated-register.store.ts';
import { agencyHistoryBook } from './record/agency-history.ts';
import { successionWordings } from './succession.events.ts';
import { type FieldWords, tellChanged } from './tell-changed.ts';

const tell = (
  vi: (p: Payload, fields: FieldWords['vi']) => string,
  en: (p: Payload, fields: FieldWords['en']) => string,
): Wording => ({ vi: (p) => vi(p, tellChanged.vi), en: (p) => en(p, tellChanged.en) });

/** What is told of an agency; everybody of the province may read the register. */
export const agencyBook: LedgerBook = {
  subjectKind: 'agency',
  name: { vi: 'Cơ quan', en: 'Agency' },
  mayRead: async () => true,
  pageOf: (id) => `/agencies/${id}`,
  titleOf: async (tx, id) => (await listDatedAgencies(tx, id))[0]?.name ?? null,
  ...agencyHistoryBook,
  wordings: {
    ...successionWordings,
    'agency.created': {
      vi: (p) => `thêm cơ quan ${p.name}${p.kind ? ` (${nameOfKind(p.kind)})` : ''} vào danh mục`,
      en: (p) => `added the agency ${p.name} to the register`,
    },
    'agency.changed': tell(
      (p, say) => `sửa ${say(p.changed)}`,
      (p, say) => `changed ${say(p.changed)}`,
    ),
    'agency.name-added': {
      vi: (p) => `thêm tên gọi “${p.name}” cho cơ quan`,
      en: (p) => `added the name “${p.name}” to the agency`,
    },
    'agency.name-changed': tell(
      (p, say) => `sửa tên gọi “${p.name}”: ${say(p.changed)}`,
      (p, say) => `corrected the name “${p.name}”: ${say(p.changed)}`,
    ),
    'agency.name-removed': {
      vi: (p) => `bỏ tên gọi “${p.name}” ghi nhầm`,
      en: (p) => `removed the mistaken name “${p.name}”`,
    },
    'agency.parent-added': {
      vi: (p) => `ghi cấp trên là ${p.parent}`,
      en: (p) => `recorded that it is under ${p.parent}`,
    },
    'agency.parent-changed': tell(
      (p, say) => `sửa dòng cấp trên ${p.parent}: ${say(p.changed)}`,
      (p, say) => `corrected its place under ${p.parent}: ${say(p.changed)}`,
    ),
    'agency.parent-removed': {
      vi: (p) => `bỏ dòng cấp trên ${p.parent} ghi nhầm`,
      en: (p) => `removed the mistaken place under ${p.parent}`,
    },
  },
};
