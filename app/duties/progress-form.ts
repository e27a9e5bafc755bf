import type { FastifyRequest } from 'fastify';
import type { House } from '#app/platform/house.ts';
import { type FieldError, invalid } from '#app/platform/problem.ts';
import { isDate } from '#libraries/calendar/index.ts';

export type SentFile = { sha256: string; size: number; name: string; mediaType: string };
export type ProgressForm = { note: string; doneOn: string | null; files: SentFile[] };

const LONGEST_NOTE = 4000;

/**
 * Reads a progress form part by part; the files are kept as they come in.
 * Bytes of a form that is refused stay in the file store without a name and are nobody's evidence.
 * @throws Problem 422 naming the field, 413 when a file is too large
 */
export async function readProgressForm(request: FastifyRequest, house: House): Promise<ProgressForm> {
  if (!request.isMultipart())
    throw invalid(
      'Cần gửi tiến độ theo mẫu có tệp đính kèm (multipart/form-data): hãy dùng nút Ghi tiến độ.',
    );
  const fields: Record<string, string> = {};
  const files: SentFile[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value ?? '');
      continue;
    }
    const kept = await house.files.put(part.file);
    // A browser sends an empty, nameless file for a field nobody filled in.
    if (part.filename || kept.size)
      files.push({ ...kept, name: tidyName(part.filename), mediaType: part.mimetype });
  }
  return check(fields, files);
}

function check(fields: Record<string, string>, files: SentFile[]): ProgressForm {
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
  const empty = files.find((file) => !file.size);
  if (empty) errors.push({ path: 'file', message: `Tệp ${empty.name} rỗng: chọn lại tệp.` });
  if (errors[0]) throw invalid(errors[0].message, errors);
  return { note, doneOn, files };
}

/** The name without folders, controls and marks that turn its reading direction. Forms write a quotation mark as %22. */
function tidyName(name: string): string {
  const last = name.normalize('NFC').replaceAll('%22', '"').split(/[\\/]/).at(-1) ?? '';
  return (
    last
      .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .trim()
      .slice(-150) || 'tệp'
  );
}
