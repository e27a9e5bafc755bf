import data from '#data/instruments.json' with { type: 'json' };

/** V: read where it is said · V2: read second-hand · R: recalled, not checked. */
export type InstrumentMark = 'V' | 'V2' | 'R';

/** A legal instrument as `data/instruments.json` knows it. Dates are ISO days, or a bare year where the day is not known. */
export type Instrument = {
  symbol: string;
  kind: string;
  date: string | null;
  issuer: string | null;
  /** What it is about, in short; not its official title. */
  title: string;
  effectiveFrom: string | null;
  /** First day on which it is no longer in force. */
  effectiveTo: string | null;
  replacedBy: string[];
  amendedBy: string[];
  source: string[];
  mark: InstrumentMark;
  verified: boolean;
};

export type Replacement = {
  /** What stands in its place, e.g. ['Nghị định 313/2025/NĐ-CP']. */
  by: string[];
  /** ISO day, or a bare year. */
  since: string | null;
  /** False: nobody has read that it is so; a person has to check. */
  verified: boolean;
  source: string[];
};

export const instruments = data.instruments as Instrument[];

/** “80 / 2020 / nđ – cp” → “80/2020/nd-cp”: a symbol as typed in any spacing, case and with or without diacritics. */
export const foldSymbol = (symbol: string): string =>
  symbol
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[–—−]/g, '-')
    .replace(/\s+/g, '')
    .toLowerCase();

const known = new Map(instruments.map((one) => [foldSymbol(one.symbol), one]));

/** What replaced an instrument by the day `on` (ISO); null while it is in force, or where the table does not know it. */
export function findReplacement(symbol: string, on: string): Replacement | null {
  const found = known.get(foldSymbol(symbol));
  if (!found?.replacedBy.length) return null;
  const since = found.effectiveTo;
  if (since !== null && on.slice(0, since.length) < since) return null;
  return {
    by: found.replacedBy.map((one) => nameOf(one)),
    since,
    verified: found.verified && since?.length === 10,
    source: found.source,
  };
}

const nameOf = (symbol: string): string =>
  [known.get(foldSymbol(symbol))?.kind, symbol].filter(Boolean).join(' ');
