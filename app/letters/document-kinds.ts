/** The 29 kinds of administrative documents with their abbreviations; null for those that have none. */
export const documentKinds = {
  source: 'Nghị định 30/2020/NĐ-CP, Điều 7 và Phụ lục III',
  validFrom: '2020-03-05',
  validTo: null,
  abbreviations: {
    'Nghị quyết': 'NQ',
    'Quyết định': 'QĐ',
    'Chỉ thị': 'CT',
    'Quy chế': 'QC',
    'Quy định': 'QyĐ',
    'Thông cáo': 'TC',
    'Thông báo': 'TB',
    'Hướng dẫn': 'HD',
    'Chương trình': 'CTr',
    'Kế hoạch': 'KH',
    'Phương án': 'PA',
    'Đề án': 'ĐA',
    'Dự án': 'DA',
    'Báo cáo': 'BC',
    'Biên bản': 'BB',
    'Tờ trình': 'TTr',
    'Hợp đồng': 'HĐ',
    'Công điện': 'CĐ',
    'Bản ghi nhớ': 'BGN',
    'Bản thỏa thuận': 'BTT',
    'Giấy ủy quyền': 'GUQ',
    'Giấy mời': 'GM',
    'Giấy giới thiệu': 'GGT',
    'Giấy nghỉ phép': 'GNP',
    'Phiếu gửi': 'PG',
    'Phiếu chuyển': 'PC',
    'Phiếu báo': 'PB',
    'Công văn': null,
    'Thư công': null,
  } as Readonly<Record<string, string | null>>,
} as const;

/** Whether the kind takes the letter form: no name of kind, "V/v" under the number (Phụ lục I, mục II.5b). */
export function isLetterKind(kind: string): boolean {
  return kind.normalize('NFC').trim().toLocaleLowerCase('vi') === 'công văn';
}

/** Abbreviation of a kind by its name in any case: "BÁO CÁO" → "BC"; undefined for an unknown kind. */
export function findAbbreviation(kind: string): string | null | undefined {
  const wanted = kind.normalize('NFC').trim().toLocaleLowerCase('vi');
  const found = Object.entries(documentKinds.abbreviations).find(
    ([name]) => name.toLocaleLowerCase('vi') === wanted,
  );
  return found?.[1];
}
