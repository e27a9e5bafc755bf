import { crc32, deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { editDocx } from './docx-edit.test-data.ts';
import { checkOfficialDocx } from './nd30-checker.ts';
import { writeDocx } from './official-document.docx.ts';
import { letter, report } from './samples.test-data.ts';

type Edit = (files: Record<string, Uint8Array>) => void;

/** The DOCX with several files changed. */
function rebuilt(docx: Uint8Array, ...edits: Edit[]): Uint8Array {
  const files = unzipSync(docx);
  for (const edit of edits) edit(files);
  return zipSync(files);
}
const change =
  (path: string, from: string | RegExp, to: string): Edit =>
  (files) => {
    const before = strFromU8(files[path]!);
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`nothing to change in ${path}`);
    files[path] = strToU8(after);
  };
const main = (from: string | RegExp, to: string) => change('word/document.xml', from, to);
const found = async (docx: Uint8Array) =>
  (await checkOfficialDocx(docx)).map(({ box, code }) => `${box} ${code}`);

const run = (text: string, set = '') =>
  `<w:r><w:rPr>${set}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const size = (points: number) => `<w:sz w:val="${points * 2}"/>`;
const line = (text: string, set: string, paragraph = '') =>
  `<w:p><w:pPr>${paragraph}</w:pPr>${run(text, set)}</w:p>`;
const EMU = 36_000;
/** A text box as Word writes it, `width` and `height` in mm. */
const box = (text: string, set: string, width: number, height: number, outline = '<a:ln w="9525"/>') =>
  `<w:r><w:drawing><wp:anchor><wp:extent cx="${width * EMU}" cy="${height * EMU}"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>${outline}</wps:spPr><wps:txbx><w:txbxContent>${line(text, set)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;
const namespaces = main('<w:document ', '<w:document xmlns:a="a" xmlns:pic="pic" ');
/** Something at the end of the paragraph that names the place and the day. */
const byTheDay = (piece: string) => main(/(?<=năm 2026<\/w:t><\/w:r>)/, piece);
const bold = '<w:b/>';
const red = '<w:color w:val="FF0000"/>';

const sound = await writeDocx(report);

describe('urgency, box 10b', async () => {
  const urgent = await writeDocx(letter);
  test('our own is sound', async () => expect(await found(urgent)).toEqual([]));
  const marked = (set: string, width: number, text = 'KHẨN', outline?: string) =>
    rebuilt(sound, namespaces, byTheDay(box(text, set, width, 8, outline)));
  test('one in a text box is read, and sound', async () =>
    expect(await found(marked(`${bold}${red}${size(13)}`, 20))).toEqual([]));
  test.each([
    ['urgency-size', `${bold}${red}${size(16)}`, 20, 'KHẨN', undefined],
    ['urgency-bold', `${red}${size(13)}`, 20, 'KHẨN', undefined],
    ['urgency-caps', `${bold}${red}${size(13)}`, 20, 'Khẩn', undefined],
    ['urgency-color', `${bold}${size(13)}`, 20, 'KHẨN', undefined],
    ['urgency-frameSize', `${bold}${red}${size(13)}`, 40, 'KHẨN', undefined],
    ['urgency-frame', `${bold}${red}${size(13)}`, 20, 'KHẨN', '<a:ln><a:noFill/></a:ln>'],
    ['urgency-text', `${bold}${red}${size(13)}`, 30, 'HỎA TỐC HẸN GIỜ', undefined],
  ])('%s is named', async (code, set, width, text, outline) =>
    expect(await found(marked(set, width, text, outline))).toContain(`10b ${code}`),
  );
  test('in the right half it is out of place', async () => {
    const docx = rebuilt(
      sound,
      main(/(?=<w:p>(?:(?!<w:p>).)*ngày 05 tháng 02)/, line('KHẨN', bold + red + size(13))),
    );
    expect(await found(docx)).toEqual(expect.arrayContaining(['10b urgency-place', '10b urgency-frame']));
  });
});

describe('secrecy, box 10a', () => {
  const marked = (text: string, outline?: string) =>
    rebuilt(sound, namespaces, byTheDay(box(text, bold + size(13), 20, 8, outline)));
  test('a document that bears it is not for this system', async () =>
    expect(await checkOfficialDocx(marked('TỐI MẬT'))).toEqual([
      {
        box: '10a',
        code: 'secrecy-held',
        sentence: 'Ô số 10a (Dấu chỉ độ mật): văn bản mang dấu “TỐI MẬT”: không được đưa lên hệ thống này.',
      },
    ]));
  test('in small letters, without a frame', async () =>
    expect(await found(marked('Mật', '<a:ln><a:noFill/></a:ln>'))).toEqual([
      '10a secrecy-held',
      '10a secrecy-caps',
      '10a secrecy-frame',
    ]));
});

describe('circulation, box 11', () => {
  const marked = (text: string, set: string, outline?: string) =>
    rebuilt(sound, namespaces, byTheDay(box(text, set, 50, 8, outline)));
  test('sound', async () => expect(await found(marked('LƯU HÀNH NỘI BỘ', bold + size(13)))).toEqual([]));
  test.each([
    ['circulation-bold', 'XEM XONG TRẢ LẠI', size(13), undefined],
    ['circulation-size', 'LƯU HÀNH NỘI BỘ', bold + size(16), undefined],
    ['circulation-caps', 'Lưu hành nội bộ', bold + size(13), undefined],
    ['circulation-frame', 'LƯU HÀNH NỘI BỘ', bold + size(13), '<a:ln><a:noFill/></a:ln>'],
  ])('%s is named', async (code, text, set, outline) =>
    expect(await found(marked(text, set, outline))).toEqual([`11 ${code}`]),
  );
});

describe('drafter and copies, box 12', () => {
  const marked = (text: string, points: number) =>
    rebuilt(sound, main(/(?<=- Lưu: VT, NHH\.<\/w:t><\/w:r><\/w:p>)/, line(text, size(points))));
  test('sound', async () => expect(await found(marked('PL.(300)', 11))).toEqual([]));
  test.each([
    ['drafter-form', 'PL 300b', 11],
    ['drafter-form', 'pl.(300)', 11],
    ['drafter-size', 'PL.(300)', 14],
  ])('%s of %s is named', async (code, text, points) =>
    expect(await found(marked(text, points))).toEqual([`12 ${code}`]),
  );
});

describe('address of the agency, box 13', () => {
  const words = 'Số 76 Hùng Vương. ĐT: (0292) 3812345; E-mail: lienhiep@example.vn';
  const rule = '<w:pBdr><w:top w:val="single" w:sz="4"/></w:pBdr>';
  const footed = (text: string, set: string, paragraph: string, type = 'first') =>
    rebuilt(
      sound,
      (files) => {
        files['word/footer9.xml'] = strToU8(
          `<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${line(text, set, paragraph)}</w:ftr>`,
        );
      },
      change(
        'word/_rels/document.xml.rels',
        '</Relationships>',
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer9.xml"/></Relationships>',
      ),
      main(/(?<=<w:sectPr[^>]*>)/, `<w:footerReference w:type="${type}" r:id="rId99"/>`),
    );
  test('sound', async () => expect(await found(footed(words, size(11), rule))).toEqual([]));
  test.each([
    ['contact-size', size(14), rule],
    ['contact-italic', `<w:i/>${size(11)}`, rule],
    ['contact-rule', size(11), ''],
  ])('%s is named', async (code, set, paragraph) =>
    expect(await found(footed(words, set, paragraph))).toEqual([`13 ${code}`]),
  );
  test('after the ending instead of at the foot', async () => {
    const single = await writeDocx({ ...report, annexes: [] });
    const docx = rebuilt(single, main(/(?=<w:sectPr(?!.*<w:sectPr))/s, line(words, size(11))));
    expect(await found(docx)).toEqual(['13 contact-place']);
  });
});

describe('sign of an electronic copy, box 14', () => {
  const time = '22/11/2026 14:15:00 +07:00';
  const docxOf = (text: string, points: number, align: string) =>
    rebuilt(
      sound,
      (files) => {
        files['word/header9.xml'] = strToU8(
          `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${line(text, size(points), `<w:jc w:val="${align}"/>`)}</w:hdr>`,
        );
      },
      change(
        'word/_rels/document.xml.rels',
        '</Relationships>',
        '<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header9.xml"/></Relationships>',
      ),
      main(/(?<=<w:sectPr[^>]*>)/, '<w:headerReference w:type="first" r:id="rId98"/>'),
    );
  test('sound', async () =>
    expect(await found(docxOf(`SAO Y; Sở Ngoại vụ; ${time}`, 10, 'right'))).toEqual([]));
  test.each([
    ['copy-size', `SAO Y; Sở Ngoại vụ; ${time}`, 13, 'right'],
    ['copy-time', 'SAO LỤC; Sở Ngoại vụ; 22/11/2026', 10, 'right'],
    ['copy-organ', `TRÍCH SAO; ${time}`, 10, 'right'],
    ['copy-place', `SAO Y; Sở Ngoại vụ; ${time}`, 10, 'left'],
  ])('%s is named', async (code, text, points, align) =>
    expect(await found(docxOf(text, points, align))).toEqual([`14 ${code}`]),
  );
});

describe('signature and seal as pictures, boxes 7c and 8', () => {
  const png = (color: string) => {
    const canvas = createCanvas(120, 60);
    const pen = canvas.getContext('2d');
    pen.fillStyle = color;
    pen.fillRect(20, 20, 80, 20);
    return canvas.toBuffer('image/png');
  };
  /** A PNG of one colour without an alpha channel. */
  const opaque = (red: number, green: number, blue: number) => {
    const chunk = (type: string, data: Buffer) => {
      const named = Buffer.concat([Buffer.from(type), data]);
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(data.length);
      sum.writeUInt32BE(crc32(named));
      return Buffer.concat([length, named, sum]);
    };
    const side = 8;
    const header = Buffer.from([0, 0, 0, side, 0, 0, 0, side, 8, 2, 0, 0, 0]);
    const row = [0, ...Array.from({ length: side }, () => [red, green, blue]).flat()];
    const rows = Buffer.from(Array.from({ length: side }, () => row).flat());
    const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return Buffer.concat([
      magic,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  };
  const jpeg = createCanvas(60, 60).toBuffer('image/jpeg');
  type Placed = { bytes: Uint8Array; x: number | null };
  const signed = (...pictures: Placed[]) =>
    rebuilt(
      sound,
      namespaces,
      (files) => {
        for (const [at, { bytes }] of pictures.entries()) files[`word/media/p${at}.png`] = bytes;
      },
      change(
        'word/_rels/document.xml.rels',
        '</Relationships>',
        `${pictures.map((_, at) => `<Relationship Id="rPic${at}" Type="image" Target="media/p${at}.png"/>`).join('')}</Relationships>`,
      ),
      main(
        /(?=<w:t[^>]*>Nguyễn Thị Minh Châu)/,
        pictures
          .map(
            ({ x }, at) =>
              `<w:drawing><wp:${x === null ? 'inline' : 'anchor'}>${x === null ? '' : `<wp:positionH relativeFrom="column"><wp:posOffset>${x * EMU}</wp:posOffset></wp:positionH>`}<wp:extent cx="${30 * EMU}" cy="${20 * EMU}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rPic${at}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:${x === null ? 'inline' : 'anchor'}></w:drawing>`,
          )
          .join(''),
      ),
    );
  const sign = { bytes: png('#1a3fb0'), x: 40 };
  const seal = { bytes: png('#d01020'), x: 20 };
  test('a blue signature with a red seal over a third of it is sound', async () =>
    expect(await found(signed(sign, seal))).toEqual([]));
  test.each([
    ['7c handSign-color', [{ ...sign, bytes: png('#111111') }]],
    ['7c handSign-opaque', [{ ...sign, bytes: opaque(26, 63, 176) }]],
    ['8 seal-opaque', [sign, { ...seal, bytes: opaque(208, 16, 32) }]],
    ['8 seal-format', [{ ...sign, bytes: jpeg }]],
    ['8 seal-place', [sign, { ...seal, x: 60 }]],
    ['8 seal-place', [sign, { ...seal, x: null }]],
  ] as [string, Placed[]][])('%s is named', async (code, pictures) =>
    expect(await found(signed(...pictures))).toContain(code),
  );
});

describe('rules under headings', () => {
  const withoutRule = (after: string) =>
    editDocx(sound, 'word/document.xml', (xml) => {
      const at = xml.indexOf(after);
      const border = xml.indexOf('<w:pBdr>', at);
      return xml.slice(0, border) + xml.slice(xml.indexOf('</w:pBdr>', border) + '</w:pBdr>'.length);
    });
  test.each([
    ['1 motto-rule', 'Độc lập - Tự do'],
    ['2 issuer-rule', 'LIÊN HIỆP CÁC TỔ CHỨC'],
    ['5a title-rule', '>BÁO CÁO<'],
  ])('%s is named', async (code, after) => expect(await found(withoutRule(after))).toEqual([code]));
  test('a shape near by may be the rule: nothing is said', async () => {
    const docx = rebuilt(
      withoutRule('Độc lập - Tự do'),
      namespaces,
      byTheDay('<w:r><w:drawing><wp:anchor><wp:extent cx="1" cy="1"/></wp:anchor></w:drawing></w:r>'),
    );
    expect(await found(docx)).toEqual([]);
  });
});
