import mammoth from 'mammoth';
import { previewLimits } from './preview-limits.ts';
import { safeHtml } from './safe-html.ts';
import { safeZip } from './safe-zip.ts';

/** The words, lists, tables and pictures of a DOCX as safe HTML; `cut`: the end did not fit. */
export async function docxToHtml(bytes: Uint8Array): Promise<{ html: string; cut: boolean }> {
  let together = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    const content = await image.readAsBuffer();
    together += content.length;
    const isTooMuch =
      content.length > previewLimits.pictureBytes || together > previewLimits.pictureBytesTogether;
    return { src: isTooMuch ? '' : `data:${image.contentType};base64,${content.toString('base64')}` };
  });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(safeZip(bytes)) },
    { convertImage, externalFileAccess: false, includeEmbeddedStyleMap: false },
  );
  const pictures = previewLimits.pictureBytesTogether * 1.4;
  const cut = value.length > previewLimits.htmlLetters + pictures;
  return { html: safeHtml(cut ? value.slice(0, previewLimits.htmlLetters) : value), cut };
}
