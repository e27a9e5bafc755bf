import { checkElement, type Defect, defectOf, quote } from './defect.ts';
import type { ReadLine } from './docx-reading.ts';
import type { OfficialParts } from './official-parts.ts';

/** Box 9a: several addressees stand on lines of their own with "- ", ";" and a last ".". */
function checkAddressees({ addressees }: OfficialParts): Defect[] {
  const [head, ...lines] = addressees;
  if (!head) return [];
  const colon = /^Kính gửi\s*:/.test(head.text)
    ? []
    : [defectOf('addressee', 'colon', 'sau “Kính gửi” cần dấu hai chấm.')];
  return [
    ...colon,
    ...addressees.flatMap((line) => checkElement('addressee', line)),
    ...checkStops('addressee', lines),
  ];
}

function checkStops(element: 'addressee' | 'recipient', lines: readonly ReadLine[]): Defect[] {
  return lines.flatMap((line, index) => {
    const mark = index === lines.length - 1 ? '.' : ';';
    return line.text.endsWith(mark)
      ? []
      : [defectOf(element, 'end', `cuối dòng cần dấu “${mark}”: ${quote(line.text)}.`)];
  });
}

/** Box 9b: "Nơi nhận:", dashed lines, "Như trên" first where there is a Kính gửi, "Lưu:" last. */
function checkRecipients({ recipientsHead, recipients, addressees, isParty }: OfficialParts): Defect[] {
  if (!recipientsHead) return [defectOf('recipientsHead', 'missing', 'thiếu “Nơi nhận:”.')];
  const found: Defect[] = [];
  if (recipientsHead.text !== 'Nơi nhận:') {
    found.push(
      defectOf(
        'recipientsHead',
        'text',
        `ghi ${quote(recipientsHead.text)}, cần “Nơi nhận:” trên một dòng riêng.`,
      ),
    );
  }
  if (recipients.length === 0) found.push(defectOf('recipient', 'missing', 'chưa có nơi nhận nào.'));
  const bare = recipients.find((line) => !/^[-–]\s*\S/.test(line.text));
  if (bare) found.push(defectOf('recipient', 'dash', `đầu dòng cần gạch “- ”: ${quote(bare.text)}.`));
  const last = recipients.at(-1);
  if (last && !/^[-–]\s*Lưu\s*:/i.test(last.text)) {
    found.push(defectOf('recipient', 'archive', `dòng cuối cần ghi “Lưu: VT, …”: ${quote(last.text)}.`));
  }
  if (addressees.length > 0 && recipients[0] && !/^[-–]\s*Như (trên|kính gửi)/i.test(recipients[0].text)) {
    found.push(defectOf('recipient', 'above', 'có “Kính gửi” thì dòng đầu của nơi nhận là “- Như trên;”.'));
  }
  if (isParty) return found;
  const sets = [
    ...checkElement('recipientsHead', recipientsHead),
    ...recipients.flatMap((line) => checkElement('recipient', line)),
  ];
  return [...found, ...sets, ...checkStops('recipient', recipients)];
}

/** "TM.", "KT.", "TL.", "TUQ.", "Q." take a full stop in State form, a slash inside in Party form. */
function findAuthorityFault(text: string, isParty: boolean): [code: string, said: string] | undefined {
  if (isParty)
    return /^(TM|KT|TL)\./.test(text) ? ['form', 'văn bản của Đảng ghi “T/M”, “K/T”, “T/L”'] : undefined;
  if (/^[TKQ]\/[MTLK]/.test(text)) return ['form', 'cần ghi “TM.”, “KT.”, “TL.” (không dùng dấu “/”)'];
  if (/^(TM|KT|TL|TUQ)(?!\.)\b/.test(text)) return ['stop', 'sau chữ viết tắt quyền hạn ký cần dấu chấm'];
  if (/^(TM|TL|TUQ)\..*\bKT\./.test(text)) return ['lines', '“TM.” và “KT.” cần đứng trên hai dòng riêng'];
  return undefined;
}

const academicTitle =
  /^(GS|PGS|TS|TSKH|ThS|BS|CN|KS|NGND|NGƯT|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư)[.\s]/i;

/** Boxes 7a and 7b: the last line is the name, those before it the authority and position. */
function checkSignature({ signature, recipientsHead, isParty }: OfficialParts): Defect[] {
  const name = signature.at(-1);
  if (!name || signature.length < 2) {
    const isTable = recipientsHead?.cell != null;
    return isTable
      ? [defectOf('authority', 'missing', 'thiếu chức vụ hoặc họ tên người ký bên phải “Nơi nhận”.')]
      : [];
  }
  const found = signature.slice(0, -1).flatMap((line) => {
    const fault = findAuthorityFault(line.text, isParty);
    const form = fault ? [defectOf('authority', fault[0], `${fault[1]}: ${quote(line.text)}.`)] : [];
    return [...form, ...(isParty ? [] : checkElement('authority', line))];
  });
  if (academicTitle.test(name.text)) {
    found.push(defectOf('signer', 'title', `không ghi học hàm, học vị trước họ tên: ${quote(name.text)}.`));
  }
  return [...found, ...checkElement('signer', name)];
}

/** Each annex: label, title in capitals, and "(Kèm theo …)" (Phụ lục I, mục III.1). */
function checkAnnexes({ annexes }: OfficialParts): Defect[] {
  return annexes.flatMap(([label, ...rest]) => {
    if (!label) return [];
    const at = rest.slice(0, 8).findIndex((line) => /^\(?Kèm theo/i.test(line.text));
    const titles = at < 0 ? rest.slice(0, 1) : rest.slice(0, at);
    const missing = defectOf(
      'annexReference',
      'missing',
      `${quote(label.text)} thiếu dòng “(Kèm theo …)” dưới tiêu đề.`,
    );
    return [
      ...checkElement('annexLabel', label),
      ...titles.flatMap((line) => checkElement('annexTitle', line)),
      ...(at < 0 ? [missing] : checkElement('annexReference', rest[at]!)),
    ];
  });
}

/** Boxes 7 and 9, and the annexes. */
export function checkEnding(parts: OfficialParts): Defect[] {
  return [
    ...checkAddressees(parts),
    ...checkSignature(parts),
    ...checkRecipients(parts),
    ...checkAnnexes(parts),
  ];
}
