import type { NameKind } from './dated-name.ts';
import type { Hierarchy } from './hierarchy.ts';

/** Words for kinds of names and hierarchies, said alike by pages, ledger and Excel book. */
export const nameKindNames: Record<'vi' | 'en', Record<NameKind, string>> = {
  vi: {
    full: 'tên đầy đủ',
    short: 'tên thường gọi',
    abbreviation: 'tên viết tắt',
    former: 'tên cũ',
    printed: 'tên in trong văn bản',
  },
  en: {
    full: 'full name',
    short: 'usual name',
    abbreviation: 'abbreviation',
    former: 'former name',
    printed: 'name as printed',
  },
};

export const hierarchyNames: Record<'vi' | 'en', Record<Hierarchy, string>> = {
  vi: { state: 'Nhà nước', party: 'Đảng', front: 'Mặt trận' },
  en: { state: 'State', party: 'Party', front: 'Front' },
};
