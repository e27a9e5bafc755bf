/**
 * Names of kinds and their abbreviations in symbols.
 * NĐ 30/2020/NĐ-CP, Điều 7 and Phụ lục III (29 kinds); Quy định 66-QĐ/TW and Hướng dẫn 36-HD/VPTW (Party);
 * Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15 (legislation).
 */
export const kindAbbreviations: Record<string, string> = {
  NQ: 'Nghị quyết', QĐ: 'Quyết định', QD: 'Quyết định', CT: 'Chỉ thị', QC: 'Quy chế', QyĐ: 'Quy định', TC: 'Thông cáo', TB: 'Thông báo',
  HD: 'Hướng dẫn', CTr: 'Chương trình', KH: 'Kế hoạch', PA: 'Phương án', ĐA: 'Đề án', DA: 'Dự án', BC: 'Báo cáo', BB: 'Biên bản',
  TTr: 'Tờ trình', HĐ: 'Hợp đồng', CĐ: 'Công điện', BGN: 'Bản ghi nhớ', BTT: 'Bản thỏa thuận', GUQ: 'Giấy ủy quyền', GM: 'Giấy mời',
  GGT: 'Giấy giới thiệu', GNP: 'Giấy nghỉ phép', PG: 'Phiếu gửi', PC: 'Phiếu chuyển', PB: 'Phiếu báo',
  KL: 'Kết luận', QĐi: 'Quy định', TT: 'Thông tư', NĐ: 'Nghị định', TTLT: 'Thông tư liên tịch', NQLT: 'Nghị quyết liên tịch', L: 'Lệnh', PL: 'Pháp lệnh',
  CV: 'Công văn', CTHĐ: 'Chương trình hành động', CTrHĐ: 'Chương trình hành động', KHHĐ: 'Kế hoạch hành động', TTHĐ: 'Tờ trình',
};

/** Kinds that may stand as the name of a document, in normal case. */
export const kindNames = [
  'Nghị quyết', 'Quyết định', 'Chỉ thị', 'Quy chế', 'Quy định', 'Thông cáo', 'Thông báo', 'Hướng dẫn', 'Chương trình', 'Kế hoạch', 'Phương án',
  'Đề án', 'Dự án', 'Báo cáo', 'Biên bản', 'Tờ trình', 'Hợp đồng', 'Công điện', 'Bản ghi nhớ', 'Bản thỏa thuận', 'Giấy ủy quyền', 'Giấy mời',
  'Giấy giới thiệu', 'Giấy nghỉ phép', 'Phiếu gửi', 'Phiếu chuyển', 'Phiếu báo', 'Thư công', 'Công văn',
  'Kết luận', 'Thông tư', 'Nghị định', 'Luật', 'Pháp lệnh', 'Lệnh', 'Thông tư liên tịch', 'Nghị quyết liên tịch', 'Thông tri', 'Tuyên bố', 'Lời kêu gọi',
  'Chương trình hành động', 'Kế hoạch hành động', 'Công lệnh', 'Thông báo kết luận', 'Điều lệ', 'Chiến lược', 'Nội quy', 'Lịch công tác', 'Chương trình công tác', 'Kế hoạch phối hợp', 'Quy chế phối hợp', 'Quy trình',
];

export const kindsInCapitals: ReadonlyMap<string, string> = new Map(kindNames.map((name) => [name.toUpperCase(), name]));

/** Titles of what is attached to a document. */
export const annexWord = /^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU MẪU|DANH MỤC|BIỂU TỔNG HỢP|Mẫu số|MẪU SỐ|BẢNG TỔNG HỢP|BẢNG PHÂN CÔNG)(?=[\s:.]|$)/;
