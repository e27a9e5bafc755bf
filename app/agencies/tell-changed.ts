import { nameOfKind } from './agency.ts';
import { hierarchyNames, nameKindNames } from './agency-terms.ts';
import type { Changed } from './changed.ts';

type Tell = (changed: Changed | undefined) => string;
export type FieldWords = { vi: Tell; en: Tell };

export const fieldNames: Record<string, { vi: string; en: string }> = {
  kind: { vi: 'loại', en: 'kind' },
  name: { vi: 'tên', en: 'name' },
  hierarchy: { vi: 'hệ thống', en: 'hierarchy' },
  parentId: { vi: 'cấp trên', en: 'parent' },
  validFrom: { vi: 'ngày bắt đầu', en: 'first day' },
  validTo: { vi: 'ngày kết thúc', en: 'last day' },
  code: { vi: 'mã định danh', en: 'code' },
  codeOld: { vi: 'mã định danh cũ', en: 'old code' },
  address: { vi: 'địa chỉ', en: 'address' },
  phone: { vi: 'điện thoại', en: 'telephone' },
  email: { vi: 'thư điện tử', en: 'e-mail' },
  website: { vi: 'trang web', en: 'website' },
  note: { vi: 'ghi chú', en: 'note' },
};

/** 'điện thoại từ “0292 1” thành “0292 2”; ghi ngày kết thúc 28/02/2025', for the ledger. */
export const tellChanged: FieldWords = { vi: teller('vi'), en: teller('en') };

function teller(language: 'vi' | 'en'): Tell {
  const nothing = { vi: 'trống', en: 'nothing' }[language];
  const [from, to] = { vi: ['từ', 'thành'], en: ['from', 'to'] }[language] as [string, string];
  return (changed) =>
    Object.entries(changed ?? {})
      .map(([field, [before, after]]) => {
        const called = fieldNames[field]?.[language] ?? field;
        if (field === 'parentId') return called;
        const shown = (value: unknown) => (value === null ? nothing : `“${show(value, language)}”`);
        return `${called} ${from} ${shown(before)} ${to} ${shown(after)}`;
      })
      .join('; ');
}

/** A value of a field in words: days, kinds and hierarchies by their names. */
export function show(value: unknown, language: 'vi' | 'en'): string {
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text.split('-').reverse().join('/');
  const term =
    nameKindNames[language][text as keyof (typeof nameKindNames)['vi']] ??
    hierarchyNames[language][text as keyof (typeof hierarchyNames)['vi']];
  return term ?? nameOfKind(text);
}
