import { createCanvas, loadImage } from '@napi-rs/canvas';

/** What can be told of a picture of a seal or a signature. */
export type Picture = { isPng: boolean; isTransparent: boolean; color: 'red' | 'blue' | 'other' };

const pngMagic = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Larger than any seal, in pixels of one side: such a picture is not opened. */
const largestSide = 6000;
/** Side of the picture as it is looked at, pixels. */
const looked = 64;

/** Looks at a picture; its colour is only told of a PNG of sane size. Never throws. */
export async function inspectPicture(bytes: Uint8Array): Promise<Picture> {
  const isPng = bytes.length > 33 && pngMagic.every((byte, at) => bytes[at] === byte);
  if (!isPng) return { isPng, isTransparent: false, color: 'other' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height, colorType] = [view.getUint32(16), view.getUint32(20), view.getUint8(25)];
  const hasKey = Buffer.from(bytes.subarray(0, 4096)).includes('tRNS');
  const isTransparent = colorType === 4 || colorType === 6 || hasKey;
  const isSane = width > 0 && height > 0 && width <= largestSide && height <= largestSide;
  try {
    return { isPng, isTransparent, color: isSane ? await colorOf(bytes) : 'other' };
  } catch {
    return { isPng, isTransparent, color: 'other' };
  }
}

/** The colour of its ink: what is neither transparent nor white. */
async function colorOf(bytes: Uint8Array): Promise<Picture['color']> {
  const canvas = createCanvas(looked, looked);
  const pen = canvas.getContext('2d');
  pen.drawImage(await loadImage(Buffer.from(bytes)), 0, 0, looked, looked);
  const { data } = pen.getImageData(0, 0, looked, looked);
  const sum = { red: 0, green: 0, blue: 0, count: 0 };
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue, alpha] = [data[at]!, data[at + 1]!, data[at + 2]!, data[at + 3]!];
    if (alpha < 60 || Math.min(red, green, blue) > 225) continue;
    sum.red += red;
    sum.green += green;
    sum.blue += blue;
    sum.count += 1;
  }
  const margin = 30 * sum.count;
  if (!sum.count) return 'other';
  if (sum.red > sum.green + margin && sum.red > sum.blue + margin) return 'red';
  return sum.blue > sum.red + margin && sum.blue > sum.green + margin / 3 ? 'blue' : 'other';
}
