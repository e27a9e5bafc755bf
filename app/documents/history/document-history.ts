import { type Changes, changedOf, type LedgerEvent } from '#app/ledger/index.ts';

type Fields = Record<string, unknown>;

/**
 * What each line of a document changed: `header.symbol`, or `d3:holders` for a field of the duty d3. Splitting and
 * merging are told without their words: they can be redone, not taken back by their line.
 */
export const changesOfDocument = (chain: readonly LedgerEvent[]): Changes[] => chain.map(changesOfLine);

function changesOfLine(line: LedgerEvent): Changes {
  const { payload: p, kind } = line;
  if (typeof p.undoes === 'number') return changedOf(line);
  const duty = `${p.dutyId}:`;
  const flag = (name: string, value: boolean): Changes => ({ [duty + name]: [!value, value] });
  const each = (value: boolean): Changes =>
    Object.fromEntries(
      (Array.isArray(p.dutyIds) ? p.dutyIds : []).map((id) => [`${id}:confirmed`, [!value, value]]),
    );
  switch (kind) {
    case 'document.header-corrected':
      return pairs(p.before as Fields, p.after as Fields, 'header.');
    case 'document.duty-corrected':
      return pairs(p.before as Fields, p.after as Fields, duty);
    case 'document.duty-confirmed':
      return flag('confirmed', true);
    case 'document.duty-reopened':
      return flag('confirmed', false);
    case 'document.duty-removed':
      return flag('removed', true);
    case 'document.duty-restored':
    case 'document.duty-added':
      return flag('removed', false);
    case 'document.all-confirmed':
      return each(true);
    case 'document.confirmations-taken-back':
      return each(false);
    default:
      return {};
  }
}

const pairs = (before: Fields = {}, after: Fields = {}, prefix: string): Changes =>
  Object.fromEntries(Object.keys(after).map((name) => [prefix + name, [before[name] ?? null, after[name]]]));
