import { checkElement, type Defect, defectOf, quote } from './defect.ts';
import { findAbbreviation } from './document-kinds.ts';
import { nd30Form } from './nd30-form.ts';
import type { OfficialParts } from './official-parts.ts';

/** Box 1: wording and set of Quốc hiệu and Tiêu ngữ. */
function checkNation({ motherland, motto }: OfficialParts): Defect[] {
  const { texts } = nd30Form;
  const found: Defect[] = [];
  if (!motherland) found.push(defectOf('motherland', 'missing', `thiếu dòng “${texts.motherland}”.`));
  else if (motherland.text.toLocaleUpperCase('vi') !== texts.motherland) {
    found.push(defectOf('motherland', 'text', `ghi ${quote(motherland.text)}, cần “${texts.motherland}”.`));
  }
  if (!motto) found.push(defectOf('motto', 'missing', `thiếu dòng “${texts.motto}”.`));
  else if (motto.text !== texts.motto) {
    found.push(
      defectOf('motto', 'text', `ghi ${quote(motto.text)}, cần “${texts.motto}” (gạch nối có cách chữ).`),
    );
  }
  return [
    ...found,
    ...(motherland ? checkElement('motherland', motherland) : []),
    ...(motto ? checkElement('motto', motto) : []),
  ];
}

/** Box 2: bold lines are the issuer, upright ones before them its superior. */
function checkOrgan({ organ, motherland }: OfficialParts): Defect[] {
  if (organ.length === 0)
    return motherland?.cell
      ? [defectOf('issuer', 'missing', 'thiếu tên cơ quan ban hành bên trái Quốc hiệu.')]
      : [];
  const isBold = (index: number) => organ[index]!.runs.some((run) => run.bold);
  const firstBold = organ.findIndex((_, index) => isBold(index));
  if (firstBold < 0) return [defectOf('issuer', 'bold', `cần in đậm: ${quote(organ.at(-1)!.text)}.`)];
  return organ.flatMap((line, index) => checkElement(index < firstBold ? 'superior' : 'issuer', line));
}

/** Box 3, the form of number and symbol (Phụ lục I, mục II.3). */
function checkNumber({ number, kind, isParty }: OfficialParts): Defect[] {
  if (!number) return [defectOf('number', 'missing', 'thiếu dòng số và ký hiệu, ví dụ “Số: 05/BC-SNgV”.')];
  const found: Defect[] = [];
  const add = (code: string, said: string) =>
    found.push(defectOf('number', code, `${said}: ${quote(number.text)}.`));
  if (isParty) {
    if (/^Số\s*:/.test(number.text)) add('colon', 'văn bản của Đảng ghi “Số” không có dấu hai chấm');
    return found;
  }
  if (!/^Số\s*:/.test(number.text)) add('colon', 'sau từ “Số” cần có dấu hai chấm');
  const written = number.text.replace(/^Số\s*:?\s*/, '');
  const [first = '', ...rest] = written.split('/');
  const notation = rest.join('/').trim();
  if (/^\s*\d\s*$/.test(first)) add('zero', 'số nhỏ hơn 10 phải ghi thêm số 0 phía trước');
  if (/\d\s+\/|\/\s|\s-|-\s/.test(written)) add('space', 'không cách chữ quanh dấu “/” và dấu “-”');
  if (/^\d{4}\//.test(notation)) add('year', 'ký hiệu văn bản hành chính không ghi năm');
  if (notation === '') add('notation', 'thiếu ký hiệu sau dấu “/”');
  const abbreviation = kind && findAbbreviation(kind.text);
  const group = notation
    .replace(/^\d{4}\//, '')
    .split('-')[0]!
    .trim();
  if (abbreviation && notation !== '' && group !== abbreviation) {
    add('kind', `ký hiệu của ${kind.text.toLocaleLowerCase('vi')} bắt đầu bằng “${abbreviation}”`);
  }
  return [...found, ...checkElement('number', number)];
}

/** Day and month figures that depart from "days under 10 and months 1, 2 take a 0" (Phụ lục I, mục II.4). */
function findDateFault(day: string, month: string, year: string): [code: string, said: string] | undefined {
  if (!/^\d+$/.test(day + month + year)) return undefined;
  if (/^\d$/.test(day)) return ['day', 'ngày nhỏ hơn 10 phải ghi thêm số 0 phía trước'];
  if (/^[12]$/.test(month)) return ['month', 'tháng 1, tháng 2 phải ghi thêm số 0 phía trước'];
  if (/^0[3-9]$/.test(month)) return ['month', 'chỉ tháng 1 và tháng 2 ghi thêm số 0 phía trước'];
  const written = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = written.getUTCMonth() === Number(month) - 1 && written.getUTCDate() === Number(day);
  return isReal && year.length === 4 ? undefined : ['real', 'ngày này không có thật'];
}

/** Box 4. A date left blank for the pen is no defect. */
function checkPlaceDate({ placeDate }: OfficialParts): Defect[] {
  if (!placeDate) {
    return [
      defectOf('placeDate', 'missing', 'thiếu địa danh và ngày, ví dụ “Đà Nẵng, ngày 05 tháng 02 năm 2026”.'),
    ];
  }
  const said = (code: string, text: string) =>
    defectOf('placeDate', code, `${text}: ${quote(placeDate.text)}.`);
  const parts = /^(.*?)(,?)\s*ngày\s*(\S*?)\s*tháng\s*(\S*?)\s*năm\s*(\S*)$/i.exec(placeDate.text);
  const [, place = '', comma, day = '', month = '', year = ''] = parts ?? [];
  const unshaped: [code: string, said: string] = ['form', 'cần viết “ngày … tháng … năm …”'];
  const fault = parts ? findDateFault(day, month, year) : unshaped;
  return [
    ...(parts && place.trim() === '' ? [said('place', 'thiếu địa danh trước ngày tháng')] : []),
    ...(parts && place.trim() !== '' && !comma ? [said('comma', 'sau địa danh cần có dấu phẩy')] : []),
    ...(fault ? [said(...fault)] : []),
    ...checkElement('placeDate', placeDate),
  ];
}

/** Boxes 5a and 5b: a named kind with its title, or a letter with "V/v". */
function checkTitle({ kind, title, letterTitle, isParty }: OfficialParts): Defect[] {
  if (letterTitle && !kind) return checkElement('letterTitle', letterTitle);
  if (!kind)
    return [
      defectOf(
        'kind',
        'missing',
        'không thấy tên loại văn bản; nếu là công văn thì thiếu dòng “V/v …” dưới số.',
      ),
    ];
  const missing =
    title.length > 0
      ? []
      : [defectOf('title', 'missing', 'thiếu trích yếu nội dung, canh giữa dưới tên loại.')];
  if (isParty) return missing;
  return [...checkElement('kind', kind), ...missing, ...title.flatMap((line) => checkElement('title', line))];
}

/** Boxes 1 to 5. Of a Party document only what both forms share and its own number line. */
export function checkHeading(parts: OfficialParts): Defect[] {
  return [
    ...(parts.isParty ? [] : [...checkNation(parts), ...checkOrgan(parts)]),
    ...checkNumber(parts),
    ...checkPlaceDate(parts),
    ...checkTitle(parts),
  ];
}
