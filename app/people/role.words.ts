import { words } from '#app/platform/words.ts';

/** What each role may do, in the words shown where a role is chosen. The policies of the rooms say it line by line. */
export const roleWords = words({
  vi: {
    administrator:
      'Quản lý người dùng, cơ quan và cài đặt; xem mọi thứ; không làm thay việc của cơ quan, không tự cấp vai trò cho mình.',
    'focal-officer':
      'Đưa văn bản vào, xác nhận và công bố nhiệm vụ, xác nhận hoàn thành, trả lại, nhận báo cáo và tổng hợp cho cả tỉnh.',
    leader:
      'Xem mọi nhiệm vụ và báo cáo của tỉnh; xác nhận phần việc của cơ quan đầu mối; quyết định khi cần.',
    'agency-focal':
      'Tiếp nhận hoặc từ chối nhiệm vụ của cơ quan mình, ghi tiến độ, soạn và gửi báo cáo; thêm chuyên viên của cơ quan.',
    'agency-head':
      'Làm mọi việc của đầu mối cơ quan; thêm đầu mối và chuyên viên của cơ quan mình; đặt người thay, lập bàn giao.',
    staff: 'Ghi tiến độ kèm minh chứng và báo hoàn thành phần việc của cơ quan mình.',
    inspector: 'Đọc mọi thứ trong tỉnh và toàn bộ nhật ký; không thay đổi được gì.',
  },
  en: {
    administrator:
      'Keeps people, agencies and settings and sees everything; does no agency’s work and never grants a role to themselves.',
    'focal-officer':
      'Brings documents in, confirms and publishes duties, confirms completion, returns, accepts reports and consolidates for the province.',
    leader: 'Sees all duties and reports; confirms the parts of the focal body; decides when asked.',
    'agency-focal':
      'Receives or refuses duties of their agency, logs progress, writes and files its report; adds staff of the agency.',
    'agency-head':
      'All that the agency focal person may; adds focal persons and staff of the agency; names substitutes and hands work over.',
    staff: 'Logs progress with evidence and reports their agency’s part as done.',
    inspector: 'Reads everything of the province and the whole ledger; changes nothing.',
  },
});
