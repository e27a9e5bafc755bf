import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The empty paragraph that carries the end of a part; at full height it can start a page of its own. */
const partEnd = /<w:p><w:pPr>(<w:sectPr[ >])/g;
const lowLine =
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>$1';

/** Stands for the time of writing where the document has no date yet; the oldest a zip can carry. */
const noDate = '1980-01-01';

/**
 * Makes a written package fixed: ends of parts take no height, and the times of making are the document's own
 * date, so that the same document gives the same bytes.
 */
export function sealPackage(bytes: Uint8Array, date: string | null): Buffer {
  const files = unzipSync(bytes);
  const stamp = `${date ?? noDate}T00:00:00Z`;
  const edit = (path: string, change: (xml: string) => string) => {
    const file = files[path];
    if (file) files[path] = strToU8(change(strFromU8(file)));
  };
  edit('word/document.xml', (xml) => xml.replace(partEnd, lowLine));
  edit('docProps/core.xml', (xml) =>
    xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp}`),
  );
  return Buffer.from(zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) }));
}
