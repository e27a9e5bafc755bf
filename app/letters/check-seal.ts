import { type Defect, defectOf } from './defect.ts';
import type { ReadPicture } from './docx-marks.ts';
import type { DocxReading } from './docx-reading.ts';
import { inspectPicture, type Picture } from './inspect-picture.ts';
import { nd30Form } from './nd30-form.ts';
import type { OfficialParts } from './official-parts.ts';

type Seen = ReadPicture & Picture;

/** How many pictures are looked at: a letter has a signature and a seal. */
const most = 6;

/** Pictures beside or after "Nơi nhận": signature and seal, the rest of a document has others. */
function picturesOfEnding(
  { pictures, lines }: DocxReading,
  { recipientsHead }: OfficialParts,
): ReadPicture[] {
  if (!recipientsHead) return [];
  const at = lines.indexOf(recipientsHead);
  const table = recipientsHead.cell?.table;
  return pictures
    .filter((picture) => (table !== undefined && picture.table === table) || picture.after > at + 1)
    .slice(0, most);
}

/** Is a picture in the right form? */
function checkForm(element: 'handSign' | 'seal', picture: Seen): Defect[] {
  if (!picture.isPng) return [defectOf(element, 'format', 'hình ảnh cần định dạng .png, nền trong suốt.')];
  return picture.isTransparent ? [] : [defectOf(element, 'opaque', 'hình ảnh cần nền trong suốt.')];
}

/** The seal covers about a third of the signature, from its left. */
function checkPlace(seal: Seen, sign: Seen): Defect[] {
  const fault = defectOf('seal', 'place', 'cần trùm khoảng 1/3 chữ ký về bên trái.');
  if (seal.x === null || sign.x === null) return [fault];
  if (seal.from !== sign.from) return [];
  const over = (seal.x + seal.width - sign.x) / sign.width;
  const [least, greatest] = nd30Form.sealOver;
  return seal.x < sign.x && over >= least && over <= greatest ? [] : [fault];
}

/**
 * Boxes 7c and 8, where they are pictures: a document that gets its ink by hand has none, and nothing is said of it.
 * Red is the seal; what else stands there is the signature, which is blue.
 */
export async function checkSeal(reading: DocxReading, parts: OfficialParts): Promise<Defect[]> {
  if (parts.isParty) return [];
  const seen: Seen[] = [];
  for (const picture of picturesOfEnding(reading, parts))
    if (picture.bytes) seen.push({ ...picture, ...(await inspectPicture(picture.bytes)) });
  const seal = seen.find((picture) => picture.color === 'red');
  const sign = seen.find((picture) => picture !== seal && picture.isPng);
  const unknown = seen.filter((picture) => !picture.isPng);
  return [
    ...unknown.flatMap((picture) => checkForm('seal', picture)).slice(0, 1),
    ...(sign ? checkForm('handSign', sign) : []),
    ...(sign && sign.color !== 'blue' ? [defectOf('handSign', 'color', 'chữ ký cần màu xanh.')] : []),
    ...(seal ? checkForm('seal', seal) : []),
    ...(seal && sign ? checkPlace(seal, sign) : []),
  ];
}
