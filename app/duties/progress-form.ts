import type { FastifyRequest } from 'fastify';
import { dropFile, type HeldFile, keepFile, receiveForm } from '#app/files/index.ts';
import type { House } from '#app/platform/house.ts';
import { type FieldError, invalid } from '#app/platform/problem.ts';
import { isDate } from '#libraries/calendar/index.ts';
import { readLink } from './evidence/product.ts';

export type SentFile = { sha256: string; size: number; name: string; mediaType: string };
export type ProgressForm = {
  note: string;
  doneOn: string | null;
  files: SentFile[];
  links: string[];
  /** The time of a recurring duty it tells of, and whether that time is done. */
  occurrenceId: string | null;
  closes: boolean;
};

const LONGEST_NOTE = 4000;
const MOST_LINKS = 10;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads a progress form part by part. Files wait in the upload hold until the whole form is right, then they are
 * kept; of a form that is refused nothing stays.
 * @throws Problem 422 naming the field, 413 when a file is too large, 503 when nobody can look for viruses
 */
export async function readProgressForm(request: FastifyRequest, house: House): Promise<ProgressForm> {
  if (!request.isMultipart())
    throw invalid(
      'Cần gửi tiến độ theo mẫu có tệp đính kèm (multipart/form-data): hãy dùng nút Ghi tiến độ.',
    );
  const fields: Record<string, string> = {};
  const links: string[] = [];
  const held: HeldFile[] = [];
  try {
    for await (const part of receiveForm(request, house, 'evidence')) {
      if ('file' in part) held.push(part.file);
      else if (part.field === 'link') links.push(part.value);
      else fields[part.field] = part.value;
    }
    const form = check(fields, held, links.flatMap((given) => given.split(/\s+/)).filter(Boolean));
    const files: SentFile[] = [];
    for (const file of held) files.push(await keepFile(house, file));
    return { ...form, files };
  } finally {
    for (const file of held) await dropFile(house, file);
  }
}

function check(
  fields: Record<string, string>,
  files: HeldFile[],
  given: string[],
): Omit<ProgressForm, 'files'> {
  const note = (fields.note ?? '').normalize('NFC').trim();
  const doneOn = fields.doneOn?.trim() || null;
  const errors: FieldError[] = [];
  if (!note) errors.push({ path: 'note', message: 'Cần ghi đã làm được gì: viết một câu ngắn.' });
  if (note.length > LONGEST_NOTE)
    errors.push({
      path: 'note',
      message: `Nội dung dài quá ${LONGEST_NOTE} ký tự: rút gọn hoặc gửi thành tệp.`,
    });
  if (doneOn && !isDate(doneOn))
    errors.push({ path: 'doneOn', message: 'Ngày không đúng: nhập theo dạng ngày/tháng/năm.' });
  const links = given.flatMap((one) => readLink(one) ?? []);
  const wrong = given.find((one) => !readLink(one));
  if (wrong)
    errors.push({
      path: 'link',
      message: `“${wrong.slice(0, 80)}” không phải liên kết dùng được: chép lại địa chỉ đầy đủ bắt đầu bằng https://.`,
    });
  if (links.length > MOST_LINKS)
    errors.push({ path: 'link', message: `Chỉ ghi được ${MOST_LINKS} liên kết một lần: ghi bớt lại.` });
  const occurrenceId = fields.occurrenceId?.trim() || null;
  if (occurrenceId && !uuid.test(occurrenceId))
    errors.push({ path: 'occurrenceId', message: 'Không có kỳ này: hãy tải lại trang rồi chọn lại kỳ.' });
  const empty = files.find((file) => !file.size);
  if (empty) errors.push({ path: 'file', message: `Tệp ${empty.name} rỗng: chọn lại tệp.` });
  if (errors[0]) throw invalid(errors[0].message, errors);
  return { note, doneOn, links, occurrenceId, closes: occurrenceId !== null && fields.closes === 'true' };
}
