import type { IntakeWord } from '#app/intake/index.ts';
import type { Span } from '#libraries/document/index.ts';

/** A recognised word as it is stored and sent: span in the text, box and confidence in parts of 1. */
export type PageWord = [
  begin: number,
  end: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
  confidence: number,
];

/** One page of a paged form; `number` from 1. `fileId` is its picture, for scanned pages alone. */
export type DocumentPage = {
  number: number;
  span: Span;
  scanned: boolean;
  fileId: string | null;
  words: PageWord[];
};

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

export const toPageWord = ({ begin, end, box, confidence }: IntakeWord): PageWord => [
  begin,
  end,
  rounded(box[0]),
  rounded(box[1]),
  rounded(box[2]),
  rounded(box[3]),
  rounded(confidence),
];
