import { queueMail } from '#app/mail/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { listDigestReaders, noteDigest } from './digest.store.ts';
import { countNotices, listNotices, type NoticeRecord } from './notice.store.ts';
import { pageOfNotice, sayNotice } from './say-notice.ts';

const SHOWN = 20;

/** One letter for each person with something new to read, with everything unread in it: the number the bell shows. */
export async function queueDigests(tx: Tx, house: House, day: string): Promise<void> {
  for (const { personId, name, email } of await listDigestReaders(tx, day)) {
    const unread = await countNotices(tx, { personId, unread: true });
    const first = await listNotices(tx, { personId, unread: true }, { limit: SHOWN });
    const mailId = await queueMail(tx, house, {
      personId,
      recipient: email,
      subject: `Nhịp Cầu: ${unread} việc cần xem, ngày ${showDay(day)}`,
      body: bodyOf(name, unread, first, house.origin),
      actorId: null,
    });
    await noteDigest(tx, { personId, day, notices: unread, mailId });
  }
}

const showDay = (day: string) => day.split('-').reverse().join('/');

function bodyOf(name: string, unread: number, first: NoticeRecord[], origin: string): string {
  const lines = first.map(
    (notice, at) =>
      `${at + 1}. ${sayNotice(notice, 'vi')}\n   ${notice.title.slice(0, 160)}\n   ${origin}${pageOfNotice(notice)}`,
  );
  const more = unread > first.length ? `\n… và ${unread - first.length} việc khác.\n` : '';
  return `Kính gửi ${name},\n\nÔng/bà có ${unread} thông báo chưa đọc:\n\n${lines.join('\n\n')}\n${more}\nXem tất cả: ${origin}/notices\nTắt nhắc một việc: bấm “Tắt nhắc” ở việc đó trên trang trên.\n`;
}
