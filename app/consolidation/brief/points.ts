type Counted = {
  agencies: { missing: readonly string[] };
  waiting: readonly string[];
  undecided: { count: number };
  asks: { open: number; answered: number } | null;
  bare: { count: number };
};

/** How many kinds of things a leader has to look at before signing; what the editor wrote is told, and is no fault. */
export const pointsOf = ({ agencies, waiting, undecided, asks, bare }: Counted): number =>
  [
    agencies.missing.length,
    waiting.length,
    undecided.count,
    asks ? asks.open + asks.answered : 0,
    bare.count,
  ].filter((many) => many > 0).length;
