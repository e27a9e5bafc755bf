/**
 * An official document as a value: what the page says, never how it is drawn.
 * Form: NĐ 30/2020/NĐ-CP, Phụ lục I (State) and Hướng dẫn 36-HD/VPTW (Party). Everything here is plain
 * data that survives JSON; texts are NFC, without numbering, dashes or closing marks, which the writer adds.
 */

/** A stretch of text in one style. */
export type Run = { text: string; bold?: boolean; italic?: boolean };

/** One line of text: a plain string, or runs where some words are bold or italic. */
export type RichText = string | readonly Run[];

/** `1` is "I.", `2` is "1.", `3` is "a)": the custom of plans and reports. */
export type HeadingLevel = 1 | 2 | 3;

/**
 * A heading. Without `label` it is numbered in order under its parent ("I.", "1.", "a)", and after d comes đ);
 * with one ("II.", "Điều 3.") the label is printed as given and numbering goes on after it; `''` prints none.
 * Level 1 is set in capitals. A level 2 or 3 that ends in a stop is a numbered sentence and is set as body text.
 */
export type Heading = { kind: 'heading'; level: HeadingLevel; text: RichText; label?: string };

export type Paragraph = { kind: 'paragraph'; text: RichText };

/** "- …" (depth 1, default) or "+ …" (depth 2); with a label ("a)") a point of a list. */
export type Item = { kind: 'item'; text: RichText; depth?: 1 | 2; label?: string };

/** What stands before the words of an item. */
export const markOfItem = ({ label, depth }: Item): string => `${label ?? (depth === 2 ? '+' : '-')} `;

/** `width` is a share: widths 1 and 3 take a quarter and three quarters of the text width. */
export type Column = { header: string; width: number; align?: 'left' | 'center' | 'right' };

/** The header row repeats on each page. A row shorter than `columns` is filled with empty cells. */
export type Table = {
  kind: 'table';
  caption?: string;
  columns: readonly Column[];
  rows: readonly (readonly RichText[])[];
};

export type Block = Heading | Paragraph | Item | Table;

/** `number` null: not numbered yet, a blank is left. `notation` as in "BC-LHHN" (Party: also "BC/TU"). */
export type DocumentSymbol = { number: string | null; notation: string };

/**
 * `authority` lines stand above the position as they are signed: `['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH']`
 * with position "PHÓ CHỦ TỊCH". `name` carries no academic title (Phụ lục I, mục II.7).
 */
export type Signature = { authority: readonly string[]; position: string; name: string };

/** Starts a new page; with two annexes or more they are numbered in Roman. */
export type Annex = { title: string; blocks: readonly Block[]; landscape?: boolean };

export type Urgency = 'HỎA TỐC' | 'THƯỢNG KHẨN' | 'KHẨN';

export type OfficialDocument = {
  /** Default 'state'. 'party': no Quốc hiệu, "ĐẢNG CỘNG SẢN VIỆT NAM" top right, "Số 12-BC/TU". */
  form?: 'state' | 'party';
  /** Cơ quan chủ quản, box 2. */
  superior?: string;
  /** Cơ quan ban hành, box 2. */
  issuer: string;
  symbol: DocumentSymbol;
  /** Địa danh, box 4: "Đà Nẵng". */
  place: string;
  /** ISO day "2026-02-05"; null leaves "ngày ... tháng ... năm 2026" to be filled by hand. */
  date: string | null;
  /** Year printed when `date` is null; without it the year is left blank too. */
  year?: number;
  /** Tên loại, "Báo cáo", "Kế hoạch"; "Công văn" gives the letter form with "V/v" under the number. */
  kind: string;
  /** Trích yếu, box 5a or 5b, without "V/v". */
  title: string;
  /** "Kính gửi", box 9a; empty for none. */
  addressees: readonly string[];
  /** Căn cứ, italic, before the body. */
  bases: readonly string[];
  body: readonly Block[];
  /** Default './.'; glued to the last words of the body. */
  closing?: './.' | '';
  signature: Signature;
  /** Nơi nhận, box 9b: each line without "- " and ";". The last is the "Lưu:" line. */
  recipients: readonly string[];
  annexes?: readonly Annex[];
  urgency?: Urgency;
  /** Author in the file's properties; default the issuer. */
  author?: string;
  pageSize?: 'A4';
};
