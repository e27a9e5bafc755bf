/** Where the secret of a letter goes; the text that is kept never holds it. */
export const SECRET_MARK = '{{secret}}';

/** Pauses before each further attempt, in minutes: a mail server that is away for a day loses nothing. */
const PAUSES = [1, 5, 15, 60, 240, 720, 1440];

/** When to try again after so many attempts, or null: give up, visibly. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const pause = PAUSES[attempts - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause * 60_000);
}

/** The letter as it is read. */
export const fillIn = (body: string, secret: string | null, without: string): string =>
  body.replaceAll(SECRET_MARK, secret ?? without);

/** What a failed attempt tells the administrator, without the address that servers like to repeat. */
export function readFailure(error: unknown): { sentence: string; isFinal: boolean } {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string };
  if (responseCode && responseCode >= 500)
    return { sentence: `Máy chủ thư từ chối (${responseCode}): ${withoutAddresses(message)}`, isFinal: true };
  const known = code ? faults[code] : undefined;
  return { sentence: known ?? `Chưa gửi được: ${withoutAddresses(message)}`, isFinal: false };
}

const faults: Record<string, string> = {
  ECONNECTION: 'Không nối được với máy chủ thư: kiểm tra NHIPCAU_SMTP_URL và mạng.',
  ESOCKET: 'Không nối được với máy chủ thư: kiểm tra NHIPCAU_SMTP_URL và mạng.',
  ECONNREFUSED: 'Máy chủ thư không nhận kết nối: kiểm tra địa chỉ và cổng trong NHIPCAU_SMTP_URL.',
  EDNS: 'Không tìm thấy tên máy chủ thư trong NHIPCAU_SMTP_URL.',
  ETIMEDOUT: 'Máy chủ thư không trả lời.',
  EAUTH: 'Tên hoặc mật khẩu trong NHIPCAU_SMTP_URL không đúng.',
};

const withoutAddresses = (text = ''): string =>
  text.replace(/<?[^\s<>@]+@[^\s<>]+>?/g, '(địa chỉ)').slice(0, 200);
