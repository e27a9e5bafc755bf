import type { Said } from './said.ts';
import type { Where } from './where.ts';

/** How sure a number from law is: read in the source, read second-hand, or recalled and to be confirmed. */
export type Mark = 'V' | 'V2' | 'R';

/**
 * A day that a row sets: so many days after (before, when negative) one of its days. It makes a dated duty, once,
 * that cites its source. A province may set another count, with its own source.
 */
export type Timer<K extends string = string> = {
  name: string;
  said: Said;
  /** A day of the row, 'period.to' for an end of a period, or the day the row came into its state. */
  from: K | `${K}.from` | `${K}.to` | 'stateOn';
  count: number;
  unit: 'day' | 'working-day' | 'month';
  /** Done once something stands there, or the row no longer is as `where` wants it. */
  until?: K;
  where?: Where<K>;
  /** Article and instrument: 'Điều 10 NĐ 58/2022/NĐ-CP'. */
  source: string;
  mark: Mark;
  /** Days ahead of its day that the duty is made; 30 unless said otherwise. */
  ahead?: number;
};

/** A number from law or custom that a register's own check uses: a setting with its source, never a constant. */
export type Threshold = { said: Said; value: number; unit: string; source: string; mark: Mark };
