/** `[begin, end)` in UTF-16 units into the text given to `readDocument`. */
export type Span = [begin: number, end: number];

/** What a careful clerk writes down from one official document. */
export interface Reading {
  document: DocumentMetadata;
  /** Every numbered heading or clause, in the order of the text; numbers printed twice are kept twice. */
  outline: OutlineEntry[];
  /** The whole text as a tree; its leaves cover every character exactly once. */
  tree: OutlineNode;
  /** Other documents named in the text, one entry each, in the order of their first mention. */
  citations: Citation[];
  duties: Duty[];
  /** Task groups of the “Nhiệm vụ” part, with the duties that serve each one. */
  taskGroups: TaskGroup[];
  /** What is odd in the text: numbers printed twice, a missing date, a cut ending. */
  notes: Note[];
  /** True when a task table was cut after its first rows. Absent otherwise. */
  truncatedTable?: boolean;
}

export interface DocumentMetadata {
  /** Number and symbol as printed, without “Số:”; null if absent or the number is blank. */
  symbol: string | null;
  /** Name of the kind (NĐ 30/2020/NĐ-CP, Điều 7, or a Party kind) in normal case; “Công văn” for a letter. */
  kind: string | null;
  title: string | null;
  /** The issuing body in full and in normal case. */
  issuer: string | null;
  place: string | null;
  /** ISO date, null if the day or the month is blank. */
  date: string | null;
  signers: Signer[];
  recipients: string[];
  secrecy: 'Mật' | 'Tối mật' | 'Tuyệt mật' | null;
  urgency: 'Khẩn' | 'Thượng khẩn' | 'Hỏa tốc' | null;
  /** Where each of the fields above was read. */
  spans: Partial<Record<MetadataField, Span>>;
}

export type MetadataField =
  | 'symbol'
  | 'kind'
  | 'title'
  | 'issuer'
  | 'place'
  | 'date'
  | 'signers'
  | 'recipients'
  | 'secrecy'
  | 'urgency';

export interface Signer {
  name: string;
  /** In normal case: “Phó Chủ tịch”. */
  position: string | null;
  /** The line directly above the position as printed: “KT. CHỦ TỊCH”. */
  authority: string | null;
}

export type NodeKind =
  | 'document'
  | 'boilerplate'
  | 'head'
  | 'preamble'
  | 'foot'
  | 'annex'
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'letter'
  | 'roman'
  | 'clause'
  | 'point'
  | 'dash'
  | 'plus'
  | 'paragraph'
  | 'heading'
  | 'table'
  | 'row'
  | 'furniture'
  | 'note'
  | 'text'
  | 'unrecognised';

export interface OutlineNode {
  kind: NodeKind;
  /** As printed: “III.”, “Điều 3.”, “a)”, “-”; empty where there is none. */
  label: string;
  /** Path of the nearest numbered ancestor-or-self, null above the first. */
  path: string | null;
  span: Span;
  /** Empty for a leaf. The children of a node cover its span exactly. */
  children: OutlineNode[];
}

export interface OutlineEntry {
  /** “V.1.a”, “Chương II.Mục 1.Điều 3.1.a”. */
  path: string;
  kind: NodeKind;
  label: string;
  /** First words after the label; may be empty. */
  start: string;
  /** Label and text of the heading or clause itself, without what stands under it. */
  span: Span;
}

export interface Citation {
  /** Normalised: no spaces around “/” and “-”. */
  symbol: string;
  /** “Nghị quyết”, “Chỉ thị” … as the text or the symbol says; null if neither does. */
  kind: string | null;
  date: string | null;
  issuer: string | null;
  /** Named in a “Căn cứ” or “Thực hiện” paragraph of the preamble. */
  basis: boolean;
  mentions: Mention[];
}

export interface Mention {
  /** As printed. */
  text: string;
  span: Span;
}

/** Where a field of a duty was read; `inheritedFrom` is set when it stands above or beside the duty, not in it. */
export interface Evidence {
  text: string;
  span: Span;
  inheritedFrom: Origin | null;
}

export interface Origin {
  path: string | null;
  span: Span;
  how: 'heading' | 'lead-in' | 'field' | 'column' | 'next-task' | 'row-above';
}

export type DeadlineKind =
  | 'date'
  | 'before-date'
  | 'from-date'
  | 'between-dates'
  | 'month'
  | 'quarter'
  | 'year'
  | 'years'
  | 'yearly'
  | 'half-yearly'
  | 'quarterly'
  | 'monthly'
  | 'weekly'
  | 'daily'
  | 'working-days'
  | 'days'
  | 'periodic'
  | 'regular'
  | 'event'
  | 'other';

export interface Deadline {
  /** The words as printed. */
  text: string;
  span: Span;
  kind: DeadlineKind;
  /** ISO date; for a day of each year `--MM-DD`, of each month `---DD`; the last day for a month, quarter or year. */
  date?: string;
  /** First day, for `from-date` and `between-dates`. */
  from?: string;
  /** Number of days for `days` and `working-days`. */
  days?: number;
}

export interface Duty {
  /** Stable within the reading: the path and the place in it. */
  id: string;
  /** First 14 words of the text. */
  start: string;
  text: string;
  span: Span;
  path: string | null;
  holders: string[];
  coordinators: string[];
  /** False when the holder only cooperates. */
  lead: boolean;
  /** True when addressed as a request (Đề nghị, Mời), not an order. */
  request: boolean;
  deadline: Deadline | null;
  reportTo: string | null;
  /** What is to be handed in, where the text says so. */
  product: string | null;
  evidence: DutyEvidence;
  /** 0..1. */
  confidence: number;
  /** Why the confidence is not 1, in Vietnamese, for the page. */
  doubts: string[];
  serves: ServedTask[];
  sixClear: SixClear;
}

export interface DutyEvidence {
  holders: Evidence[];
  coordinators: Evidence[];
  lead: Evidence | null;
  request: Evidence | null;
  deadline: Evidence | null;
  reportTo: Evidence | null;
  product: Evidence | null;
}

export interface ServedTask {
  path: string;
  /** The phrases that both share, longest first. */
  phrases: string[];
}

export interface TaskGroup {
  path: string;
  start: string;
  span: Span;
  /** Ids of the duties that serve it; empty shows a task group without a duty. */
  dutyIds: string[];
}

/** “6 rõ” (QĐ 2179/QĐ-TTg of 6/10/2025): person, work, time, responsibility, product, authority. */
export type SixClear = Record<SixClearAspect, Clarity>;
export type SixClearAspect = 'person' | 'work' | 'time' | 'responsibility' | 'product' | 'authority';
export interface Clarity {
  state: 'stated' | 'inherited' | 'proposed' | 'missing';
  /** What is clear (or proposed). */
  value: string | null;
  /** For inherited: from where; for proposed: why. In Vietnamese. */
  reason: string | null;
}

export interface Note {
  /** In Vietnamese. */
  message: string;
  span: Span | null;
}
