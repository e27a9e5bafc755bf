import { IntakeRefusal } from '../intake-refusal.ts';
import type { IntakeProgress, IntakeText } from '../intake-text.ts';
import { layOut } from '../layout/lay-out.ts';
import { findSecrecyMark } from '../secrecy-gate.ts';
import { drawImage } from './picture.ts';
import { createRecogniser } from './recognise.ts';

/** A4 is 595 points wide. */
const pageWidth = 595;

/**
 * A PNG or JPEG of one page, recognised.
 * @throws IntakeRefusal `too-large`, `damaged`, and `secret` when a secrecy stamp is read in red ink.
 */
export async function readImage(
  bytes: Uint8Array,
  onProgress: (progress: IntakeProgress) => void,
): Promise<IntakeText> {
  const picture = await drawImage(bytes);
  const recogniser = await createRecogniser();
  try {
    const stamps = await recogniser.recogniseStamps(picture);
    if (findSecrecyMark(stamps, { recognised: true })) throw new IntakeRefusal('secret');
    const height = (pageWidth * picture.height) / picture.width;
    const page = await recogniser.recognise(picture, { width: pageWidth, height });
    onProgress({ page: 1, pages: 1, recognised: true });
    const notes = ['Văn bản được nhận dạng từ ảnh; hãy kiểm tra lại những chữ được đánh dấu.'];
    return { ...layOut([page]), form: 'image', notes };
  } finally {
    await recogniser.close();
  }
}
