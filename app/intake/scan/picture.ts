import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import { IntakeRefusal } from '../intake-refusal.ts';
import { limits } from '../limits.ts';

/**
 * A picture of a page made ready for recognition: black print on white as a PNG. Seals and stamps are red
 * and signatures blue, both bright in one channel, so the brightest channel shows the print without them.
 */
export function printOf(page: Canvas): Promise<Uint8Array> {
  return recolour(page, (red, green, blue) => Math.max(red, green, blue));
}

/** The red ink alone, or null when there is hardly any: a secrecy or urgency stamp is to be read from it. */
export function redInkOf(page: Canvas): Promise<Uint8Array> | null {
  const { data } = page.getContext('2d').getImageData(0, 0, page.width, page.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if (isRed(data[at]!, data[at + 1]!, data[at + 2]!)) count += 1;
  if (count < (page.width * page.height) / 4000) return null;
  return recolour(page, (red, green, blue) => (isRed(red, green, blue) ? 0 : 255));
}

function isRed(red: number, green: number, blue: number): boolean {
  return red > 90 && red - Math.max(green, blue) > 45;
}

function recolour(
  page: Canvas,
  grey: (red: number, green: number, blue: number) => number,
): Promise<Uint8Array> {
  const target = createCanvas(page.width, page.height);
  const picture = page.getContext('2d').getImageData(0, 0, page.width, page.height);
  const { data } = picture;
  for (let at = 0; at < data.length; at += 4) {
    const value = grey(data[at]!, data[at + 1]!, data[at + 2]!);
    data[at] = data[at + 1] = data[at + 2] = value;
    data[at + 3] = 255;
  }
  target.getContext('2d').putImageData(picture, 0, 0);
  return target.encode('png');
}

/**
 * A PNG or JPEG drawn for recognition: photographs in their thousands of pixels smaller, small ones larger.
 * @throws IntakeRefusal `too-large` by its stated size before it is decoded, `damaged`.
 */
export async function drawImage(bytes: Uint8Array): Promise<Canvas> {
  const [width, height] = findSize(bytes);
  if (width * height > limits.imagePixels) throw new IntakeRefusal('too-large');
  const image = await loadImage(Buffer.from(bytes)).catch((cause) => {
    throw new IntakeRefusal('damaged', { cause });
  });
  // An A4 page at 200 dpi is 1,654 pixels across.
  const across = Math.min(image.width, image.height);
  const scale = across > 2400 ? 1654 / across : across < 900 ? 2 : 1;
  const canvas = createCanvas(Math.ceil(image.width * scale), Math.ceil(image.height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Width and height as stated by a PNG (IHDR) or JPEG (SOF marker). */
function findSize(bytes: Uint8Array): [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0x89 && bytes.length > 24) return [view.getUint32(16), view.getUint32(20)];
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  throw new IntakeRefusal('damaged');
}
