import { queueMail } from '#app/mail/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { findPerson } from './account.store.ts';

const notices = {
  passwordSet: 'Mật khẩu của bạn vừa được thay.',
  twoStepOff: 'Đăng nhập hai bước của bạn vừa được tắt.',
  twoStepReset: 'Quản trị vừa đặt lại đăng nhập hai bước của bạn; các phiên đăng nhập đã được đóng.',
  ssoLinked: 'Một tài khoản đăng nhập một lần vừa được nối với tài khoản của bạn.',
};

/** Tells the owner by mail what changed about their way in. Without a mail server nothing is written: nobody would hand it over in time. */
export async function tellOwner(
  tx: Tx,
  house: House,
  personId: string,
  what: keyof typeof notices,
  actorId: string | null,
): Promise<void> {
  const person = house.mail && (await findPerson(tx, personId));
  if (!person) return;
  await queueMail(tx, house, {
    personId,
    recipient: person.email,
    subject: 'Nhịp Cầu: tài khoản của bạn có thay đổi',
    body: `Kính gửi ${person.name},\n\n${notices[what]}\n\nNếu không phải bạn làm, hãy báo ngay cho quản trị và xem các phiên đăng nhập tại ${house.origin}/account\n`,
    actorId,
  });
}
