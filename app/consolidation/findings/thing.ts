import { type Count, countsIn, type Money, moneyIn } from './amounts.ts';
import { daysIn, type Stretch, windowIn } from './days.ts';
import type { Telling } from './finding.ts';
import { countriesIn, fold, foldedOf, isEmpty, type Token } from './folded.ts';
import { giversIn } from './givers.ts';
import { marksIn, placesIn, withoutMarks } from './marks.ts';

export type ThingKind = 'project' | 'delegation' | 'event' | 'agreement';

/** What an agency wrote of a thing that it counted. */
export type Counted = NonNullable<Telling['counted']>;

/** Where a thing stands in a text. */
export type Place = {
  kind: ThingKind;
  name: string;
  begin: number;
  end: number;
  /** Words of the name. */
  named: readonly Token[];
  /** Words of all that is said of it, and the text they were cut from. */
  tokens: readonly Token[];
  said: string;
  /** Of days and windows that do not say theirs. */
  year: number;
};

/**
 * A thing as a text tells it: its name, and all that is said of it around the name. Most things meet no other, so each
 * fact is read from the words when it is first asked for, and kept. What was written beside a thing counted (its day,
 * sum, number) goes before words.
 */
export class Thing {
  readonly kind: ThingKind;
  readonly name: string;
  readonly begin: number;
  readonly end: number;
  readonly counted: Counted | null;
  /** Words of the name as they stand one after another, for abbreviations. */
  readonly run: readonly string[];
  /** Words of the name that say something, in order. */
  readonly words: readonly string[];
  /** Its key among things counted, as compared, and its row of a register; null where none was given. */
  readonly key: string | null;
  readonly record: string | null;
  readonly #place: Place;
  #around: ReadonlySet<string> | undefined;
  #days: readonly Stretch[] | undefined;
  #window: Stretch | null | undefined;
  #marks: ReadonlyMap<string, string> | undefined;
  #places: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  #countries: ReadonlySet<string> | undefined;
  #givers: readonly Set<string>[] | undefined;
  #money: readonly Money[] | undefined;
  #counts: readonly Count[] | undefined;

  constructor(place: Place, counted: Counted | null = null) {
    this.kind = place.kind;
    this.name = place.name;
    this.begin = place.begin;
    this.end = place.end;
    this.counted = counted;
    this.run = withoutMarks(wordsOf(place.named));
    this.words = [...new Set(this.run.filter((word) => !isEmpty(word)))];
    const { key = null, record = null, on = null, money = null, count = null } = counted ?? {};
    this.key = key && fold(key).replace(/[^a-z0-9]/g, '');
    this.record = record;
    this.#place = place;
    const at = { isAbout: false, begin: place.begin, end: place.end };
    if (on) this.#days = [{ from: on, to: on }];
    if (money) this.#money = [{ ...money, kind: 'other', ...at }];
    if (count) this.#counts = [{ ...count, ...at }];
  }

  /** All words of what is said of it. */
  get around(): ReadonlySet<string> {
    this.#around ??= new Set(wordsOf(this.#place.tokens));
    return this.#around;
  }
  get days(): readonly Stretch[] {
    this.#days ??= daysIn(this.#place.said, this.#place.year);
    return this.#days;
  }
  get window(): Stretch | null {
    if (this.#window === undefined) this.#window = windowIn(foldedOf(this.#place.tokens), this.#place.year);
    return this.#window;
  }
  /** 'giai đoạn' → '2': what tells it from its sisters. */
  get marks(): ReadonlyMap<string, string> {
    this.#marks ??= marksIn(this.#place.tokens, wordsOf(this.#place.named));
    return this.#marks;
  }
  get places(): ReadonlyMap<string, ReadonlySet<string>> {
    this.#places ??= placesIn(this.#place.tokens);
    return this.#places;
  }
  get countries(): ReadonlySet<string> {
    this.#countries ??= countriesIn(this.#place.tokens);
    return this.#countries;
  }
  /** Words of those named as givers and partners, one set each. */
  get givers(): readonly Set<string>[] {
    this.#givers ??= giversIn(this.#place.tokens);
    return this.#givers;
  }
  get money(): readonly Money[] {
    this.#money ??= moneyIn(this.#place.tokens);
    return this.#money;
  }
  get counts(): readonly Count[] {
    this.#counts ??= countsIn(this.#place.tokens);
    return this.#counts;
  }
}

const wordsOf = (tokens: readonly Token[]): string[] => tokens.map(({ word }) => word);
