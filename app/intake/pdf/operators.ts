import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rule } from '../layout/piece.ts';

type Matrix = [number, number, number, number, number, number];

/** Text an annotation draws (a number or date stamped by e-signing software): PDF coordinates, points. */
export interface StampedText {
  text: string;
  x: number;
  y: number;
  size: number;
  width: number;
}

export interface Drawn {
  /** In PDF coordinates: y grows upwards, `top` is the greater y. */
  rules: Rule[];
  /** Areas of images, square points. */
  imageAreas: number[];
  stamps: StampedText[];
}

interface State {
  matrix: Matrix;
  lineMatrix: Matrix;
  textMatrix: Matrix;
  fontSize: number;
}

const painted = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** Follows a page's drawing operators as far as rules, images and the text of annotations need it. */
export function followOperators(list: { fnArray: number[]; argsArray: unknown[] }): Drawn {
  const drawn: Drawn = { rules: [], imageAreas: [], stamps: [] };
  let state: State = { matrix: identity, lineMatrix: identity, textMatrix: identity, fontSize: 0 };
  const stack: State[] = [];
  let annotations = 0;
  list.fnArray.forEach((operator, at) => {
    const args = (list.argsArray[at] ?? []) as never[];
    if (operator === OPS.save) stack.push({ ...state });
    else if (operator === OPS.restore) state = stack.pop() ?? state;
    else if (operator === OPS.transform) state.matrix = multiply(state.matrix, args as unknown as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push({ ...state });
      if (args[0]) state.matrix = multiply(state.matrix, toMatrix(args[0]));
    } else if (operator === OPS.paintFormXObjectEnd) state = stack.pop() ?? state;
    else if (operator === OPS.beginAnnotation) {
      annotations += 1;
      stack.push({ ...state });
      state.matrix = multiply(multiply(state.matrix, toMatrix(args[2]!)), toMatrix(args[3]!));
    } else if (operator === OPS.endAnnotation) {
      annotations -= 1;
      state = stack.pop() ?? state;
    } else if (operator === OPS.constructPath) addRules(drawn.rules, args, state.matrix);
    else if (operator === OPS.paintImageXObject || operator === OPS.paintInlineImageXObject)
      drawn.imageAreas.push(Math.abs(state.matrix[0] * state.matrix[3] - state.matrix[1] * state.matrix[2]));
    else if (annotations > 0) followText(operator, args, state, drawn.stamps);
  });
  return drawn;
}

function followText(operator: number, args: never[], state: State, stamps: StampedText[]): void {
  if (operator === OPS.beginText) state.textMatrix = state.lineMatrix = identity;
  else if (operator === OPS.setTextMatrix) state.textMatrix = state.lineMatrix = toMatrix(args[0]!);
  else if (operator === OPS.moveText)
    state.textMatrix = state.lineMatrix = multiply(state.lineMatrix, [1, 0, 0, 1, args[0]!, args[1]!]);
  else if (operator === OPS.setFont) state.fontSize = args[1]!;
  else if (operator === OPS.showText) {
    const glyphs = (args[0] ?? []) as ({ unicode?: string; width?: number } | number | null)[];
    let text = '';
    let width = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') width -= (glyph * state.fontSize) / 1000;
      else if (glyph) {
        text += glyph.unicode ?? '';
        width += ((glyph.width ?? 0) * state.fontSize) / 1000;
      }
    }
    const [a, , , d, x, y] = multiply(state.matrix, state.textMatrix);
    if (text.trim() !== '')
      stamps.push({ text, x, y, size: Math.abs(d * state.fontSize), width: Math.abs(a * width) });
    state.textMatrix = multiply(state.textMatrix, [1, 0, 0, 1, width, 0]);
  }
}

const thin = 2.5;

/** Rules among painted paths: thin boxes, and strokes along an axis. `args`: paint operator, path data. */
function addRules(rules: Rule[], args: unknown[], matrix: Matrix): void {
  const paint = args[0] as number;
  const data = (args[1] as (Float32Array | null)[] | undefined)?.[0];
  if (!painted.has(paint) || !data || data.length > 4000) return;
  const isFilled = paint !== OPS.stroke && paint !== OPS.closeStroke;
  for (const points of subpaths(data, matrix)) {
    const box = boxOf(points);
    const [width, height] = [box.right - box.left, box.top - box.bottom];
    if (Math.min(width, height) <= thin) {
      if (Math.max(width, height) > 5) rules.push(box);
    } else if (!isFilled)
      points.slice(1).forEach((point, at) => {
        const edge = boxOf([points[at]!, point]);
        const [across, along] = [edge.right - edge.left, edge.top - edge.bottom].sort((a, b) => a - b) as [
          number,
          number,
        ];
        if (across <= thin && along > 5) rules.push(edge);
      });
  }
}

function subpaths(data: Float32Array, matrix: Matrix): [number, number][][] {
  const lengths = [2, 2, 6, 4, 0];
  const paths: [number, number][][] = [];
  for (let at = 0; at < data.length; ) {
    const kind = data[at]!;
    const length = lengths[kind];
    if (length === undefined) break;
    const [x, y] = [data[at + length - 1]!, data[at + length]!];
    if (kind === 0) paths.push([apply(matrix, x, y)]);
    else if (kind === 4) {
      const open = paths.at(-1);
      if (open?.[0]) open.push(open[0]);
    } else paths.at(-1)?.push(apply(matrix, x, y));
    at += length + 1;
  }
  return paths;
}

function boxOf(points: [number, number][]): Rule {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.max(...ys), bottom: Math.min(...ys) };
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];

function toMatrix(values: ArrayLike<number>): Matrix {
  return [values[0]!, values[1]!, values[2]!, values[3]!, values[4]!, values[5]!];
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function apply(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}
