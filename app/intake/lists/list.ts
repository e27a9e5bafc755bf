/** One level of a list (ECMA-376 Part 1, 17.9.6). */
export interface ListLevel {
  start: number;
  format: string;
  /** Text of the label, `%1` standing for the number of level 1. */
  label: string;
  /** Level (counted from 1) whose use restarts this one; 0 never, null any higher level. */
  restartAfter: number | null;
  allDecimal: boolean;
  /** Style whose paragraphs are on this level. */
  style: string | null;
}

/** A list as paragraphs refer to it: levels, and the counters it shares with other lists. */
export interface ListDefinition {
  /** Lists of one abstract numbering go on counting together. */
  counters: string;
  levels: Map<number, ListLevel>;
  /** Start values that hold the first time this list uses the level. */
  startOverrides: Map<number, number>;
}
