import type { Defect } from './defect.ts';
import { type ElementName, nd30Form, ruleOf } from './nd30-form.ts';

/** How a clerk mends it in Word, by the whole code or by its last part. */
const byCode: Readonly<Record<string, string>> = {
  'file-unreadable': 'Mở tệp bằng Word, chọn Lưu thành (Save As), kiểu Word Document (.docx).',
  'legacy-encoding':
    'Chuyển mã bằng công cụ chuyển phông sang Unicode, rồi chọn toàn bộ và đặt phông Times New Roman.',
  'page-size': 'Vào Bố cục (Layout), Cỡ (Size), chọn A4.',
  'page-turn': 'Vào Bố cục (Layout), Hướng (Orientation), chọn Dọc (Portrait).',
  margin: 'Vào Bố cục (Layout), Lề (Margins): trên, dưới 20 mm; trái 30 mm; phải 15 mm.',
  font: 'Chọn toàn bộ (Ctrl+A) và đặt phông Times New Roman.',
  color: 'Chọn toàn bộ (Ctrl+A) và đặt màu chữ Đen.',
  'page-number-foot': 'Bỏ số trang ở chân trang; chèn lại ở đầu trang, canh giữa.',
  'page-number-missing':
    'Chèn số trang ở đầu trang, canh giữa, và đánh dấu Trang đầu khác (Different First Page).',
  'page-number-first': 'Mở đầu trang, đánh dấu Trang đầu khác (Different First Page) và xóa số ở trang đầu.',
  'page-number-align': 'Mở đầu trang và canh giữa số trang (Ctrl+E).',
  'page-number-size': 'Mở đầu trang và đặt cỡ số trang 14.',
  'motherland-text': 'Chép nguyên văn: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.',
  'motto-text': 'Chép nguyên văn: Độc lập - Tự do - Hạnh phúc.',
  'number-colon': 'Sửa phần đầu dòng thành “Số:”.',
  'number-zero': 'Thêm số 0: 5 thành 05.',
  'number-space': 'Xóa dấu cách quanh “/” và “-”.',
  'number-year': 'Xóa năm trong ký hiệu.',
  'number-notation': 'Ghi ký hiệu sau dấu “/”, ví dụ BC-SNgV.',
  'number-kind': 'Sửa chữ viết tắt tên loại ở đầu ký hiệu cho khớp tên loại văn bản.',
  'placeDate-day': 'Thêm số 0 trước ngày.',
  'placeDate-month': 'Chỉ thêm số 0 trước tháng 1 và tháng 2.',
  'body-closing': 'Thêm “./.” ngay sau chữ cuối cùng của nội dung.',
  'body-align': 'Chọn các đoạn và canh đều hai bên (Ctrl+J).',
  'body-indent': 'Chọn các đoạn, vào Đoạn (Paragraph): Thụt dòng đầu (First line) 1,27 cm.',
  'body-spacing': 'Chọn các đoạn, vào Đoạn (Paragraph): Trước (Before) 6 pt.',
  'body-lines': 'Chọn các đoạn, vào Đoạn (Paragraph): giãn dòng từ Đơn (Single) đến 1,5.',
  'body-points': 'Đặt lại chữ đầu điểm theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i.',
  'motto-rule': 'Kẻ một đường liền dưới Tiêu ngữ, dài bằng dòng chữ (Chèn, Hình dạng, Đường kẻ).',
  'issuer-rule': 'Kẻ một đường liền dưới tên cơ quan ban hành, dài bằng 1/3 đến 1/2 dòng chữ, cân đối.',
  'title-rule': 'Kẻ một đường liền dưới trích yếu, dài bằng 1/3 đến 1/2 dòng chữ, cân đối.',
  'handSign-format': 'Lưu hình chữ ký thành tệp .png nền trong suốt rồi chèn lại.',
  'handSign-opaque': 'Xóa nền của hình chữ ký (lưu .png nền trong suốt) rồi chèn lại.',
  'handSign-color': 'Dùng hình chữ ký màu xanh.',
  'seal-format': 'Lưu hình dấu, chữ ký thành tệp .png nền trong suốt rồi chèn lại.',
  'seal-opaque': 'Xóa nền của hình dấu (lưu .png nền trong suốt) rồi chèn lại.',
  'seal-place': 'Kéo hình dấu sang trái chữ ký, trùm khoảng 1/3 chữ ký; đặt cả hai ở kiểu nổi trên chữ.',
  'secrecy-held':
    'Gỡ tệp khỏi máy này và xử lý trên máy độc lập theo Luật Bảo vệ bí mật nhà nước; hệ thống không lưu tệp.',
  'secrecy-frame': 'Đóng dấu chỉ độ mật đúng mẫu dấu, có khung.',
  'secrecy-place': 'Chuyển dấu sang bên trái, dưới số và ký hiệu.',
  'urgency-text': 'Ghi đúng một mức: KHẨN, THƯỢNG KHẨN hoặc HỎA TỐC.',
  'urgency-frame': 'Đặt chữ trong khung hình chữ nhật viền đơn.',
  'urgency-frameSize': 'Sửa khung: HỎA TỐC 30 × 8 mm, THƯỢNG KHẨN 40 × 8 mm, KHẨN 20 × 8 mm.',
  'urgency-color': 'Chọn chữ và đặt màu đỏ.',
  'urgency-place': 'Chuyển dấu sang bên trái, dưới số và ký hiệu.',
  'circulation-frame': 'Đặt chữ trong khung hình chữ nhật viền đơn, cân đối.',
  'drafter-form': 'Ghi như “PL.(300)”: chữ viết tắt in hoa, dấu chấm, số bản trong ngoặc.',
  'contact-place': 'Chuyển các dòng này vào chân trang của trang thứ nhất.',
  'contact-rule': 'Kẻ một đường liền hết chiều ngang phía trên các dòng này.',
  'copy-organ': 'Ghi tên cơ quan, tổ chức sao văn bản sau hình thức sao.',
  'copy-time': 'Ghi ngày, giờ, phút, giây và múi giờ +07:00.',
  'copy-place': 'Canh phải (Ctrl+R) ở góc trên của trang đầu.',
  'signer-title': 'Xóa học hàm, học vị; chỉ ghi họ và tên.',
  'authority-stop': 'Thêm dấu chấm sau chữ viết tắt: TM., KT., TL., TUQ.',
  'authority-lines': 'Xuống dòng trước “KT.”.',
  'recipient-archive': 'Thêm dòng cuối “- Lưu: VT, …”.',
  'recipient-above': 'Đổi dòng đầu thành “- Như trên;”.',
};

const byFault: Readonly<Record<string, (element: ElementName) => string>> = {
  size: (element) => `Chọn phần này và đặt cỡ chữ ${ruleOf(element).writes}.`,
  bold: (element) => `Chọn phần này và ${ruleOf(element).bold ? 'bật' : 'tắt'} chữ đậm (Ctrl+B).`,
  italic: (element) => `Chọn phần này và ${ruleOf(element).italic ? 'bật' : 'tắt'} chữ nghiêng (Ctrl+I).`,
  caps: () => 'Gõ lại bằng chữ in hoa (hoặc chọn và bấm Shift+F3).',
  align: () => 'Chọn phần này và canh giữa (Ctrl+E).',
  missing: (element) => `Thêm phần này vào đúng chỗ: ${ruleOf(element).name}.`,
  end: () => 'Sửa dấu ở cuối dòng: các dòng “;”, dòng cuối “.”.',
};

/** What to do about a defect, in one sentence. */
export function remedyOf({ code }: Pick<Defect, 'code'>): string {
  const known = byCode[code] ?? byCode[code.split('-')[0]!];
  if (known) return known;
  const [element, ...fault] = code.split('-');
  const mend = byFault[fault.join('-')];
  if (mend && element && element in nd30Form.elements) return mend(element as ElementName);
  return 'Sửa theo mẫu nêu trong câu trên rồi kiểm tra lại.';
}
