import type { Item } from '../outline/item.ts';
import type { Deadline, Evidence, Origin } from '../reading.ts';
import type { Clean } from '../text/clean.ts';
import type { Words } from '../text/words.ts';
import type { Name } from './name.ts';

/** A duty before it is put into its final shape. */
export interface Draft {
  item: Item;
  clean: Clean;
  /** The words of `clean`, for what is read last: links with task groups. */
  words: Words;
  path: string | null;
  holders: Name[];
  coordinators: Name[];
  lead: boolean;
  leadFrom: Evidence | null;
  request: boolean;
  requestFrom: Evidence | null;
  deadline: Deadline | null;
  deadlineFrom: Origin | null;
  reportTo: Evidence | null;
  product: Evidence | null;
}

/** What stands above a duty and holds for it. */
export interface Charge {
  holders: Name[];
  coordinators: Name[];
  /** From a lead-in: true for “chủ trì …:”, false for “Phối hợp với …:”, null where it says nothing. */
  lead: boolean | null;
  request: boolean;
  origin: Origin | null;
  /** Said once for the whole text (“… yêu cầu các bộ … thực hiện:”): any subject of a sentence goes before it. */
  weak: boolean;
}

export const noCharge: Charge = {
  holders: [],
  coordinators: [],
  lead: null,
  request: false,
  origin: null,
  weak: false,
};
