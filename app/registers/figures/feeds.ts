import type { Tx } from '#app/platform/database.ts';
import type { Indicator, Register } from '#libraries/register/index.ts';
import { listRowsBetween } from '../all-rows.store.ts';
import { registers } from '../declared/all.ts';
import { isRestricted, publicTitle } from '../public-title.ts';
import { showValues } from '../show-row.ts';
import { pageOfRow } from '../tell-duties.ts';
import { computeIndicator, listCounted } from './figure.store.ts';

type Asked = { agencyId: string; window: { from: string; to: string } };

/** Money is reported by currency: an indicator of money is a figure for each of these. */
const reported = ['VND', 'USD', 'EUR'];

/** Indicators of registers as figures that reports compute, and rows they tell of. */
export const registerFeeds = {
  figures: registers.flatMap((register) =>
    register.indicators.flatMap((indicator) => figuresOf(register, indicator)),
  ),
  rows: registers.map((register) => ({
    register: register.name,
    said: { vi: register.said[0], en: register.said[1] },
    pageOf: (id: string) => pageOfRow(register.name, id),
    list: (tx: Tx, asked: Asked) => tellRows(tx, register, asked),
  })),
};

function figuresOf(register: Register, indicator: Indicator) {
  const isMoney = indicator.sum !== undefined && register.fields[indicator.sum]!.kind === 'money';
  return (isMoney ? reported : [null]).map((currency) => ({
    name: currency ? `${indicator.key}.${currency.toLowerCase()}` : indicator.key,
    said: {
      vi: currency ? `${indicator.said[0]} (${currency})` : indicator.said[0],
      en: currency ? `${indicator.said[1]} (${currency})` : indicator.said[1],
    },
    unit: currency ?? indicator.unit,
    rule: indicator.rule,
    compute: async (tx: Tx, { agencyId, window }: Asked) => {
      const asking = { window, agencyId, reach: 'all' as const };
      const amounts = await computeIndicator(tx, register, indicator, asking);
      const found = amounts.find((amount) => amount.currency === currency);
      const rows = await listCounted(tx, register, indicator, asking);
      return {
        amount: found?.amount ?? 0,
        whole: found?.whole ?? null,
        counted: rows
          .filter((row) => !currency || row.currency === currency)
          .map(({ id, title, on, amount, once }) => ({
            key: once?.slice(0, 120) ?? null,
            name: nameTold(register, id, title).slice(0, 500),
            on,
            amount,
            record: { register: register.name, id },
          })),
      };
    },
  }));
}

/** Reports are read by all: a restricted row counts, each one for itself, and says no more. */
const nameTold = (register: Register, id: string, title: string): string =>
  isRestricted(register) ? `${publicTitle(register, title)} ${id.slice(0, 8)}` : title;

const MOST = 500;

/** Rows of an agency that all may read whose day, by the register's first flow, lies in the window; else those entered in it. */
async function tellRows(tx: Tx, register: Register, { agencyId, window }: Asked) {
  if (isRestricted(register)) return [];
  const [field = '', suffix = ''] = (register.indicators.find(({ rule }) => rule === 'flow')?.on ?? '').split(
    '.',
  );
  const on = register.fields[field] ? { field, suffix } : null;
  const told = register.list.filter((name) => name !== register.title);
  const rows = await listRowsBetween(
    tx,
    register,
    { agencyId, ...window, on },
    [register.title, ...told],
    MOST,
  );
  return rows.map(({ row, day }) => {
    const title = String(row.values[register.title]);
    const shown = Object.values(showValues(register, row, told, 'vi'));
    return { id: row.id, title, text: [title, ...shown].join('; '), on: day };
  });
}
