import { checkBody } from './check-body.ts';
import { checkEnding } from './check-ending.ts';
import { checkHeading } from './check-heading.ts';
import { checkMarks } from './check-marks.ts';
import { checkPage, isLegacyEncoded } from './check-page.ts';
import { checkRules } from './check-rules.ts';
import { checkSeal } from './check-seal.ts';
import type { Defect } from './defect.ts';
import { openDocx } from './docx-package.ts';
import { type DocxReading, readDocx } from './docx-reading.ts';
import { findOfficialParts } from './official-parts.ts';

const unreadable: Defect = {
  box: 'file',
  code: 'file-unreadable',
  sentence:
    'Không đọc được tệp: cần tệp Word dạng .docx; tệp .doc cũ hãy mở bằng Word rồi lưu lại thành .docx.',
};

const legacy: Defect = {
  box: 'page',
  code: 'legacy-encoding',
  sentence:
    'Văn bản dùng bảng mã cũ (TCVN3 hoặc VNI), chưa kiểm tra được chữ: cần chuyển sang Unicode (TCVN 6909:2001).',
};

function readLeniently(bytes: Uint8Array): DocxReading | undefined {
  try {
    const opened = openDocx(bytes);
    return opened && readDocx(opened);
  } catch {
    return undefined;
  }
}

/**
 * Names each departure of a DOCX from the form of NĐ 30/2020/NĐ-CP, Phụ lục I: page, then boxes 1 to 9 and annexes,
 * then 7c, 8 and 10a to 14 where they are there; empty when none. Works on any DOCX; what cannot be read gives one defect of box 'file'. Never throws.
 * Of Party documents (Hướng dẫn 36-HD/VPTW) the page, number line, body, signature and recipients are held
 * against what is known of that form. Rules under headings are told to be missing only where nothing is drawn there.
 */
export async function checkOfficialDocx(bytes: Uint8Array): Promise<Defect[]> {
  const reading = readLeniently(bytes);
  if (!reading) return [unreadable];
  if (isLegacyEncoded(reading.lines)) return [...checkPage(reading), legacy];
  const parts = findOfficialParts(reading);
  return [
    ...checkPage(reading),
    ...checkHeading(parts),
    ...checkRules(reading, parts),
    ...checkBody(parts),
    ...checkEnding(parts),
    ...(await checkSeal(reading, parts)),
    ...checkMarks(reading, parts),
  ];
}
