import { kindsInCapitals } from '../header/kinds.ts';

const special =
  /^(?:(?:THƯỢNG KHẨN|KHẨN|HỎA TỐC|HOẢ TỐC|TỐI MẬT|TUYỆT MẬT|MẬT)$|CỘNG H[OÒ][AÀ] XÃ HỘI|Độc lập|ĐẢNG CỘNG SẢN|(?:Số|SỐ|Sô) ?:|(?:Nghị quyết|Luật) số ?:|N[ơo]i nh[ậa]n|TM\.|T\/M|KT\.|K\/T|TL\.|T\/L|TUQ\.|\((?:Đã ký|đã ký|Ký |ký )|Đã ký|Q\. ?[A-ZĐ]|QUYẾT ĐỊNH ?:|CHỈ THỊ ?:|Kính gửi|Số hiệu|Ngày ban hành|Loại văn bản|Cơ quan ban hành|Người ký|Lĩnh vực|Ngày có hiệu lực)/u;

/** A line that stands alone whatever is around it: motto, number, kind, place of signing. */
export function isSpecialLine(text: string): boolean {
  if (text.length > 160 || text.length < 3) return false;
  const first = text.charCodeAt(0);
  if ((first < 65 && first !== 40) || (first >= 97 && first <= 122)) return false;
  return special.test(text) || isKindLine(text);
}

/** The name of a kind of document alone in capitals: “KẾ HOẠCH”. */
export function isKindLine(text: string): boolean {
  return text.length < 40 && text.length > 3 && kindsInCapitals.has(text.replace(/[.:*]+$/, '').trim());
}
