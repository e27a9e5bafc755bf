import type { LegacyEncoding } from '../legacy-encodings/repair.ts';
import type { ListDefinition } from '../lists/list.ts';
import type { ListCounters } from '../lists/list-counters.ts';
import type { Styles } from './styles.ts';

/** What the parts of the DOCX reader share while one file is read. Only the last group changes. */
export interface DocxReading {
  styles: Styles;
  lists: Map<number, ListDefinition>;
  counters: ListCounters;
  /** Footnotes and endnotes referred to so far, in order: kind, id. Their mark is their place here plus one. */
  noteReferences: { kind: 'footnote' | 'endnote'; id: string }[];
  /** Open complex fields; true while in the instruction, whose text is not printed. */
  openFields: boolean[];
  encodings: Set<LegacyEncoding>;
  /** Text of a paragraph whose mark was deleted: it runs on into the next paragraph. */
  carriedText: string;
  hasTableOfContents: boolean;
}
