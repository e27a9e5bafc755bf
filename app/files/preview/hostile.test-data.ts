import { strToU8, zipSync } from 'fflate';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const picture = (id: string, how: 'embed' | 'link', alt: string) =>
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:${how}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
const linked = (id: string, text: string) =>
  `<w:p><w:hyperlink r:id="${id}"><w:r><w:t>${text}</w:t></w:r></w:hyperlink></w:p>`;

/** A DOCX as a careful attacker writes it: scripts in links, in text and in a picture, and a picture that calls home. */
export const hostileDocx = (): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r0" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="js" Type="${office}/hyperlink" Target="javascript:window.hacked=1" TargetMode="External"/><Relationship Id="data" Type="${office}/hyperlink" Target="data:text/html,&lt;script&gt;window.hacked=1&lt;/script&gt;" TargetMode="External"/><Relationship Id="good" Type="${office}/hyperlink" Target="https://cantho.gov.vn/van-ban" TargetMode="External"/><Relationship Id="spy" Type="${office}/image" Target="https://spy.example/pixel.png" TargetMode="External"/><Relationship Id="file" Type="${office}/image" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="svg" Type="${office}/image" Target="media/a.svg"/><Relationship Id="png" Type="${office}/image" Target="media/b.png"/></Relationships>`,
    ),
    'word/media/a.svg': strToU8('<svg xmlns="http://www.w3.org/2000/svg" onload="window.hacked=1"/>'),
    'word/media/b.png': new Uint8Array(pixel),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${w} ${r}><w:body><w:p><w:r><w:t>Kính gửi Sở Ngoại vụ &lt;script&gt;window.hacked=1&lt;/script&gt;&lt;img src=x onerror="window.hacked=1"&gt;</w:t></w:r></w:p>${linked('js', 'bấm vào đây')}${linked('data', 'hoặc đây')}${linked('good', 'trang của thành phố')}${picture('spy', 'link', 'x')}${picture('file', 'link', 'x')}${picture('svg', 'embed', 'x')}${picture('png', 'embed', '&quot;&gt;&lt;script&gt;window.hacked=1&lt;/script&gt;')}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Số đoàn</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
    ),
  });

/** A small zip file that says it unpacks to more than a preview may take. */
export function bomb(): Uint8Array {
  const bytes = Buffer.from(zipSync({ 'word/document.xml': strToU8('<x/>') }));
  // The length unpacked, in the list at the end of the file.
  bytes.writeUInt32LE(200 * 1024 * 1024, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 24);
  return bytes;
}
