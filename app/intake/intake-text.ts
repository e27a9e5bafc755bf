/** The forms a document may arrive in. `scan` is a PDF of which at least one page had to be recognised. */
export type IntakeForm = 'text' | 'markdown' | 'html' | 'docx' | 'doc' | 'pdf' | 'scan' | 'image';

/** A recognised word: span in `IntakeText.text`, box `[left, top, right, bottom]` in parts (0–1) of the page. */
export interface IntakeWord {
  begin: number;
  end: number;
  box: [left: number, top: number, right: number, bottom: number];
  /** 0 (a guess) to 1 (certain). */
  confidence: number;
}

/** One page of a paged form: its span in the text, and for a scanned page its words. */
export interface IntakePage {
  begin: number;
  end: number;
  scanned: boolean;
  words?: IntakeWord[];
}

/**
 * A file turned into text, ready for `readDocument`.
 *
 * `text` is NFC with `\n` line ends; paragraphs are separated by a blank line, one a line wherever the form
 * tells where they end; tables are Markdown pipe tables. All spans are UTF-16 units into `text`.
 * `notes` are Vietnamese sentences for the clerk on what was repaired or left out.
 */
export interface IntakeText {
  form: IntakeForm;
  text: string;
  pages?: IntakePage[];
  notes: string[];
}

/** How far the reading is: `page` of `pages` is done, `recognised` when by OCR. */
export interface IntakeProgress {
  page: number;
  pages: number;
  recognised: boolean;
}
