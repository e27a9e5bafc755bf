const cue =
  /^(?:Trên đây là|Trong quá trình|Quá trình (?:thực hiện|triển khai|tổ chức)|Nhận được|Yêu cầu (?:các|Thủ trưởng|Giám đốc|Chủ tịch|đồng chí|lãnh đạo)|Đề nghị (?:các|Thủ trưởng|Giám đốc|Chủ tịch|quý)|Căn cứ (?:nội dung )?(?:Kế hoạch|Chỉ thị|Công điện|Chương trình|Quyết định|Công văn) này|(?:Kế hoạch|Chỉ thị|Công điện|Chương trình|Quyết định|Công văn) này|Nếu có (?:khó khăn|vướng mắc|vấn đề)|Thủ tướng Chính phủ (?:đề nghị|yêu cầu|giao)|Chủ tịch (?:UBND|Ủy ban nhân dân)[^,.;]{0,40}(?:đề nghị|yêu cầu|giao)|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)[^,.;]{0,40}(?:đề nghị|yêu cầu|giao|thông báo|trân trọng)|Ban Thường vụ[^,.;]{0,40}(?:đề nghị|yêu cầu)|Giao (?:Văn phòng|Chánh Văn phòng)|Trân trọng|Trường hợp (?:có|phát sinh|cần)|Định kỳ|Thủ trưởng các|Giám đốc các|Các cơ quan, đơn vị)/;

/** A paragraph that closes the document or its last section, not the clause it stands after. */
export const isClosing = (text: string): boolean => cue.test(text);
