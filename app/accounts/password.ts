import type { FieldError } from '#app/platform/problem.ts';
import commonest from '#data/common-passwords.json' with { type: 'json' };

export const SHORTEST_PASSWORD = 12;

const common = new Set(commonest.passwords);

/** What is wrong with a new password, or nothing. Length and well-known words count; character classes do not (NIST SP 800-63B §5.1.1). */
export function checkPassword(password: string, about: { email: string; name: string }): FieldError[] {
  const plain = password.normalize('NFC').toLowerCase();
  const say = (message: string): FieldError[] => [{ path: 'password', message }];
  if ([...plain].length < SHORTEST_PASSWORD)
    return say(`Mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự: hãy ghép vài từ dễ nhớ.`);
  if (isCommon(plain)) return say('Mật khẩu này thuộc loại hay bị đoán nhất: hãy chọn một cụm từ khác.');
  const own = [about.email, about.email.split('@')[0] ?? '', about.name].map((part) => part.toLowerCase());
  if (own.some((part) => part.length > 3 && plain === part))
    return say('Mật khẩu trùng với tên hoặc địa chỉ thư của bạn: hãy chọn cụm từ khác.');
  return [];
}

/** One of the commonest, also when repeated ("matkhaumatkhau") or padded with digits ("password2026!!"). */
function isCommon(plain: string): boolean {
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '');
  const core = bare.replace(/^\d+|\d+$/g, '');
  const repeated = /^(.{1,8}?)\1+$/u.exec(bare)?.[1];
  return (
    [plain, bare, core, repeated].some(
      (form) => form !== undefined && (common.has(form) || new Set(form).size === 1),
    ) ||
    (repeated !== undefined && repeated.length <= 3)
  );
}
