import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { IntakeRefusal } from '../intake-refusal.ts';
import type { IntakeForm } from '../intake-text.ts';
import { limits } from '../limits.ts';
import { openPdf } from '../pdf/open-pdf.ts';
import { renderPage } from '../pdf/render-page.ts';
import type { PagePicture } from '../read-in-worker.ts';
import { drawImage } from './picture.ts';

/** Sharp enough to read, a third of the size of the best. */
const jpegQuality = 70;
/** The long side of A4, in inches: an image says nothing of how large its paper was. */
const pageInches = 11.7;

/** Pages as JPEGs of at most `limits.pictureDpi`. @throws IntakeRefusal `wrong-type` for a form without pages */
export async function drawPages(
  form: IntakeForm,
  bytes: Uint8Array,
  pages: number[],
  onPicture: (picture: PagePicture) => void,
): Promise<void> {
  if (form === 'image') {
    const picture = shrunk(await drawImage(bytes), limits.pictureDpi * pageInches);
    for (const page of pages) onPicture({ page, jpeg: await picture.encode('jpeg', jpegQuality) });
    return;
  }
  if (form !== 'pdf' && form !== 'scan') throw new IntakeRefusal('wrong-type');
  const file = await openPdf(bytes);
  for (const page of pages) {
    const picture = await renderPage(file, page, limits.pictureDpi);
    onPicture({ page, jpeg: await picture.encode('jpeg', jpegQuality) });
  }
}

function shrunk(picture: Canvas, longest: number): Canvas {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  if (scale === 1) return picture;
  const smaller = createCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  smaller.getContext('2d').drawImage(picture, 0, 0, smaller.width, smaller.height);
  return smaller;
}
