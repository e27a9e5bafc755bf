import { words } from '#app/platform/words.ts';

export const rulesWords = words({
  vi: {
    title: 'Đăng nhập và bảo mật',
    lead: 'Mọi người trong tỉnh đăng nhập thế nào. Thay đổi có hiệu lực ngay.',
    sessions: 'Phiên đăng nhập',
    idle: 'Tự đóng sau bao nhiêu phút không dùng',
    absolute: 'Tự đóng sau bao nhiêu giờ trong mọi trường hợp',
    atRest: 'Khóa tài khoản không ai vào sau bao nhiêu ngày',
    atRestHelp:
      'Mở lại bằng liên kết của quản trị. Cấp độ 2 (TCVN 14423:2026): 45 ngày. Để trống: không khóa.',
    twoStep: 'Đăng nhập hai bước',
    roles: 'Vai trò cần đăng nhập hai bước',
    rolesHelp: 'Cấp độ 3 (TCVN 14423:2026): ít nhất quản trị.',
    grace: 'Bắt buộc sau bao nhiêu ngày kể từ lần nhắc đầu',
    graceHelp:
      'Trong thời gian này người dùng được nhắc và vẫn làm việc. Để trống: chỉ nhắc, không bắt buộc.',
    save: 'Lưu cách đăng nhập',
    saved: 'Đã lưu, có hiệu lực ngay.',
  },
  en: {
    title: 'Sign-in and security',
    lead: 'How everybody in the province signs in. Changes take effect at once.',
    sessions: 'Sessions',
    idle: 'Ends after so many minutes without use',
    absolute: 'Ends after so many hours in any case',
    atRest: 'Lock an account nobody entered for so many days',
    atRestHelp:
      'Opened again by a link of the administrator. Level 2 (TCVN 14423:2026): 45 days. Empty: never.',
    twoStep: 'Two-step sign-in',
    roles: 'Roles that need two steps',
    rolesHelp: 'Level 3 (TCVN 14423:2026): at least administrators.',
    grace: 'Forced so many days after first being asked',
    graceHelp: 'Until then people are reminded and go on working. Empty: reminded only, never forced.',
    save: 'Save',
    saved: 'Saved, in effect at once.',
  },
});
