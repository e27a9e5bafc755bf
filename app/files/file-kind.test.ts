import { expect, test } from 'vitest';
import { type FileKind, isMisnamed, kindOfBytes, refusalOf } from './file-kind.ts';

const bytes = (letters: string) =>
  /[^\0-\xff]/.test(letters)
    ? new TextEncoder().encode(letters)
    : Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

test.each<[FileKind, string]>([
  ['pdf', '%PDF-1.7\n…'],
  ['pdf', 'X-Gateway: kiem tra\r\n%PDF-1.4'],
  ['png', '\x89PNG\r\n\x1a\n\0\0\0'],
  ['jpeg', '\xff\xd8\xff\xe0'],
  ['webp', 'RIFF\x10\0\0\0WEBPVP8 '],
  ['heic', '\0\0\0\x18ftypheic'],
  ['film', '\0\0\0\x18ftypmp42'],
  ['docx', 'PK\x03\x04…[Content_Types].xml…word/document.xml'],
  ['xlsx', 'PK\x03\x04…[Content_Types].xml…xl/workbook.xml'],
  ['odf', 'PK\x03\x04…mimetypeapplication/vnd.oasis.opendocument.text'],
  ['zip', 'PK\x03\x04…[Content_Types].xml…word/vbaProject.bin'],
  ['zip', 'PK\x03\x04ảnh.png'],
  ['doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['program', 'MZ\x90\0\x03\0\0\0'],
  ['program', '\x7fELF\x02\x01'],
  ['program', '#!/bin/sh\nrm -rf /'],
  ['html', '<!DOCTYPE html><p>Kính gửi'],
  ['html', 'Kính gửi <script>alert(1)</script>'],
  ['svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">'],
  ['xml', '<?xml version="1.0"?><bao-cao/>'],
  ['text', 'MZ là hai chữ cái đầu'],
  ['text', 'Sở Ngoại vụ,Hoàn thành\n'],
  ['other', '\x01\x02\x03\0\0'],
  ['empty', ''],
])('%s by its first bytes: %j', (kind, letters) => {
  expect(kindOfBytes(bytes(letters))).toBe(kind);
});

test('a zip file is known by what it lists at its end', () => {
  expect(kindOfBytes(bytes('PK\x03\x04docProps/'), bytes('…[Content_Types].xml…word/document.xml'))).toBe(
    'docx',
  );
});

test('a name that lies is told; kinds that hold one another are no lie', () => {
  expect(isMisnamed('ảnh.jpg', 'png')).toBe(true);
  expect(isMisnamed('Báo cáo.PDF', 'pdf')).toBe(false);
  expect(isMisnamed('số liệu.csv', 'html')).toBe(false);
  expect(isMisnamed('không đuôi', 'pdf')).toBe(false);
});

test('what runs is refused by its bytes and by its name; an honest web page is not', () => {
  expect(refusalOf('Báo cáo.pdf', 'program')).toMatch(/chương trình chạy được.*hãy gửi/);
  expect(refusalOf('cai-dat.exe', 'other')).toMatch(/chương trình chạy được/);
  expect(refusalOf('Báo cáo.pdf', 'html')).toMatch(/mang đuôi \.pdf.*có thể chứa mã chạy/);
  expect(refusalOf('Tờ trình.html', 'html')).toBeNull();
  expect(refusalOf('ảnh.jpg', 'png')).toBeNull();
});
