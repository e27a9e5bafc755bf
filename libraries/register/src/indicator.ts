import type { Said } from './said.ts';
import type { Where } from './where.ts';

/**
 * A figure of a register over a window of days. Flow: rows whose day lies in it, counted or added up. Stock: rows that
 * stand on its last day. Distinct: different values of a field among the rows of a flow. Ratio: rows of a flow that
 * are also as `part` wants them, over all of it; never a mean of percentages. Money is added up by currency.
 */
export type Indicator<K extends string = string> = {
  /** '<register>.<name>'. */
  key: string;
  said: Said;
  unit: string;
  rule: 'flow' | 'stock' | 'distinct' | 'ratio';
  /** The day that counts; of a stock, when the row came to be. 'createdOn': the day it was entered. */
  on: K | `${K}.from` | `${K}.to` | 'createdOn';
  /** Of a stock: the day it ended; empty means it still stands. */
  end?: K | `${K}.to`;
  /** A number or money that is added up; without it rows are counted. */
  sum?: K;
  /** Of distinct: the field whose values are told apart. */
  of?: K;
  where?: Where<K>;
  part?: Where<K>;
  /**
   * Words by which the same thing is known again whoever writes it down ('code'): rows that agree in them are counted
   * once, at the earliest of their days, and reports of several agencies find them to be one.
   */
  once?: K;
};
