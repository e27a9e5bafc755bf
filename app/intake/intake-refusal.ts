export type IntakeRefusalCode =
  | 'secret'
  | 'too-large'
  | 'too-many-pages'
  | 'encrypted'
  | 'damaged'
  | 'empty'
  | 'wrong-type'
  | 'zip-bomb'
  | 'entity-expansion'
  | 'timeout';

const sentences: Record<IntakeRefusalCode, string> = {
  secret:
    'Văn bản có dấu chỉ độ mật nên không được nhận; hãy xử lý văn bản này theo quy định về bảo vệ bí mật nhà nước.',
  'too-large': 'Tệp quá lớn (tối đa 50 MB và 20.000 đoạn); hãy tách tệp thành nhiều phần rồi tải lên lại.',
  'too-many-pages':
    'Tệp có quá nhiều trang (tối đa 500 trang); hãy tách tệp thành nhiều phần rồi tải lên lại.',
  encrypted: 'Tệp được đặt mật khẩu nên không đọc được; hãy bỏ mật khẩu rồi tải lên lại.',
  damaged: 'Tệp bị hỏng nên không đọc được; hãy mở và lưu lại tệp, hoặc xin lại bản khác từ nơi gửi.',
  empty: 'Tệp không có nội dung chữ nào; hãy kiểm tra lại tệp rồi tải lên lại.',
  'wrong-type':
    'Loại tệp này không đọc được; hãy dùng tệp PDF, Word (.docx, .doc), HTML, Markdown, văn bản thuần hoặc ảnh PNG, JPEG.',
  'zip-bomb': 'Tệp nén bung ra lớn bất thường nên không được nhận; hãy mở tệp bằng Word và lưu lại.',
  'entity-expansion': 'Tệp có khai báo XML nguy hiểm nên không được nhận; hãy mở tệp bằng Word và lưu lại.',
  timeout: 'Đọc tệp quá 5 phút nên đã dừng; hãy tách tệp thành nhiều phần rồi tải lên lại.',
};

/** Why a file was not taken in: `code` for programs, `message` one Vietnamese sentence for the clerk. */
export class IntakeRefusal extends Error {
  readonly code: IntakeRefusalCode;

  constructor(code: IntakeRefusalCode, options?: ErrorOptions) {
    super(sentences[code], options);
    this.name = 'IntakeRefusal';
    this.code = code;
  }
}
