import type { AnyField, Field, Style } from './field.ts';
import type { Indicator } from './indicator.ts';
import type { Permissions } from './permission.ts';
import type { Said } from './said.ts';
import type { Threshold, Timer } from './timer.ts';
import type { Workflow } from './workflow.ts';

export type Fields = Record<string, AnyField>;
/** What a row holds of each field; null where nothing stands. */
export type Values<F extends Fields> = { [K in keyof F]: (F[K] extends Field<infer V> ? V : never) | null };
export type Row = Record<string, unknown>;

/** What a register's own check finds: an error stops saving, a warning is shown and may stand. */
export type Finding<K extends string = string> = { field: K; message: string; isWarning?: boolean };
export type CheckContext = { today: string; thresholds: Record<string, number> };

type Key<F extends Fields> = keyof F & string;

export type Declaration<F extends Fields> = {
  /** In addresses, e.g. 'foreign-ngo'; the table is called after it, 'foreign_ngo'. */
  name: string;
  /** 'Tổ chức phi chính phủ nước ngoài'. */
  said: Said;
  /** One row of it: 'tổ chức'. */
  one: Said;
  /** Heading of the plan under which it stands on the page of all registers. */
  heading: string;
  /** What it is kept by law or plan for. */
  basis: string;
  fields: F;
  /** The field a row is called by. */
  title: Key<F>;
  list: readonly Key<F>[];
  filters?: readonly Key<F>[];
  /** Field the list begins sorted by, '-' before it for the latest first; else the latest changed first. */
  sort?: Key<F> | `-${Key<F>}`;
  /** The form in parts; without it all fields stand under one another. */
  sections?: readonly { said: Said; fields: readonly Key<F>[] }[];
  /** Rows are the same thing when these agree; words may differ a little. */
  alike?: readonly Key<F>[];
  /** Words by which a row is found everywhere, beside its title, its numbers and `alike`. */
  alsoFoundBy?: readonly Key<F>[];
  may?: Partial<Permissions>;
  workflow?: Workflow<Key<F>>;
  timers?: readonly Timer<Key<F>>[];
  thresholds?: Record<string, Threshold>;
  indicators?: readonly Indicator<Key<F>>[];
  /** What no field can check alone. Pure. */
  check?: (row: Values<F>, context: CheckContext) => Finding<Key<F>>[];
  /** How old books head a column: `{ name: ['Tên tổ chức'] }`, beside the field's own words. */
  headings?: { readonly [K in Key<F>]?: readonly string[] };
  /** How old books of it write numbers and days, where that is known. */
  bookStyle?: Style;
};

/** A declaration that was found sound, with what it left out filled in. */
export type Register = {
  name: string;
  table: string;
  said: Said;
  one: Said;
  heading: string;
  basis: string;
  fields: Fields;
  title: string;
  list: readonly string[];
  filters: readonly string[];
  sort: { field: string; down: boolean } | null;
  sections: readonly { said: Said; fields: readonly string[] }[];
  alike: readonly string[];
  alsoFoundBy: readonly string[];
  may: Permissions;
  workflow: Workflow | undefined;
  timers: readonly Timer[];
  thresholds: Record<string, Threshold>;
  indicators: readonly Indicator[];
  check: (row: Row, context: CheckContext) => Finding[];
  headings: { readonly [field: string]: readonly string[] | undefined };
  bookStyle: Style | undefined;
};
