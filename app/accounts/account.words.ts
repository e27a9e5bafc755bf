import { words } from '#app/platform/words.ts';

export const accountWords = words({
  vi: {
    signIn: 'Đăng nhập',
    email: 'Thư điện tử',
    password: 'Mật khẩu',
    noPassword: 'Chưa có mật khẩu? Hãy xin quản trị một liên kết đăng nhập dùng một lần.',
    slogan: 'Từ kế hoạch đã ký đến báo cáo đã ký',
    /** Parted by '|'. */
    steps:
      'Đưa kế hoạch vào: nhiệm vụ của từng cơ quan hiện ra, bên cạnh câu chữ gốc|Các cơ quan tiếp nhận, làm và ghi minh chứng|Báo cáo tổng hợp đúng thể thức, mỗi câu mở ra được nguồn',
    enterTitle: 'Vào Nhịp Cầu',
    enterHelp: 'Liên kết này chỉ dùng được một lần. Bấm nút dưới đây để vào.',
    enter: 'Vào chương trình',
    setTitle: 'Đặt mật khẩu',
    changeTitle: 'Đổi mật khẩu',
    setHelp: 'Từ 12 ký tự trở lên. Một câu ngắn dễ nhớ là tốt nhất, dấu và khoảng trắng đều được.',
    current: 'Mật khẩu hiện tại',
    fresh: 'Mật khẩu mới',
    again: 'Nhập lại mật khẩu mới',
    different: 'Hai lần nhập khác nhau: hãy nhập lại.',
    save: 'Lưu mật khẩu',
    later: 'Để sau',
    saved: 'Đã lưu mật khẩu. Các phiên đăng nhập khác đã được đóng.',
  },
  en: {
    signIn: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    noPassword: 'No password yet? Ask your administrator for a one-time link.',
    slogan: 'From a signed plan to a signed report',
    steps:
      'Bring a plan in: each agency’s duties appear beside the words they come from|Agencies receive them, do them and keep evidence|One report in the legal form, each sentence opens its source',
    enterTitle: 'Enter Nhịp Cầu',
    enterHelp: 'This link works once. Press the button to enter.',
    enter: 'Enter',
    setTitle: 'Set a password',
    changeTitle: 'Change password',
    setHelp: 'At least 12 characters. A short sentence you remember is best; spaces and accents are fine.',
    current: 'Current password',
    fresh: 'New password',
    again: 'New password again',
    different: 'The two entries differ: type them again.',
    save: 'Save password',
    later: 'Later',
    saved: 'Password saved. Other sessions were closed.',
  },
});
