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

/**
 * The letters stamped in red on the upper half of a page, cut out as a picture of their own; null when there
 * are none. Frames and round seals are single large shapes, so they can be told from letters and left out.
 */
export function redLettersOf(page: Canvas): Promise<Uint8Array> | null {
  const [width, height] = [page.width, Math.floor(page.height / 2)];
  const { data } = page.getContext('2d').getImageData(0, 0, width, height);
  const mask = new Uint8Array(width * height);
  for (let at = 0; at < mask.length; at += 1)
    if (isRed(data[4 * at]!, data[4 * at + 1]!, data[4 * at + 2]!)) mask[at] = 1;
  const inch = page.width / 8.27;
  const letters = findShapes(mask, width).filter(({ left, right, top, bottom, count }) => {
    const size = Math.max(right - left, bottom - top);
    return size > 0.04 * inch && size < 0.6 * inch && count > 12;
  });
  if (letters.length < 2 || letters.length > 400) return null;
  return drawShapes(letters, width, Math.round(0.1 * inch));
}

/** Connected dark places of a mask: their pixels and the box around them. */
interface Shape {
  pixels: number[];
  count: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function findShapes(mask: Uint8Array, width: number): Shape[] {
  const shapes: Shape[] = [];
  for (let start = 0; start < mask.length; start += 1) {
    if (mask[start] !== 1) continue;
    const shape: Shape = { pixels: [start], count: 0, left: width, right: 0, top: mask.length, bottom: 0 };
    mask[start] = 2;
    for (; shape.count < shape.pixels.length; shape.count += 1) {
      const at = shape.pixels[shape.count]!;
      const [x, y] = [at % width, Math.floor(at / width)];
      shape.left = Math.min(shape.left, x);
      shape.right = Math.max(shape.right, x);
      shape.top = Math.min(shape.top, y);
      shape.bottom = Math.max(shape.bottom, y);
      for (const next of [
        at - 1,
        at + 1,
        at - width,
        at + width,
        at - width - 1,
        at - width + 1,
        at + width - 1,
        at + width + 1,
      ])
        if (mask[next] === 1) {
          mask[next] = 2;
          shape.pixels.push(next);
        }
    }
    shapes.push(shape);
  }
  return shapes;
}

function drawShapes(shapes: Shape[], width: number, margin: number): Promise<Uint8Array> {
  const left = Math.min(...shapes.map((shape) => shape.left)) - margin;
  const top = Math.min(...shapes.map((shape) => shape.top)) - margin;
  const across = Math.max(...shapes.map((shape) => shape.right)) + margin - left;
  const down = Math.max(...shapes.map((shape) => shape.bottom)) + margin - top;
  const canvas = createCanvas(across, down);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, across, down);
  const picture = context.getImageData(0, 0, across, down);
  for (const { pixels } of shapes)
    for (const pixel of pixels) {
      const at = 4 * ((Math.floor(pixel / width) - top) * across + (pixel % width) - left);
      picture.data[at] = picture.data[at + 1] = picture.data[at + 2] = 0;
    }
  context.putImageData(picture, 0, 0);
  return canvas.encode('png');
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
