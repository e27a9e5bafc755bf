import type { Tx } from '#app/platform/database.ts';
import type { Indicator, Register } from '#libraries/register/index.ts';
import { listRowsBetween } from '../all-rows.store.ts';
import { registers } from '../declared/all.ts';
import { isRestricted, publicTitle } from '../public-title.ts';
import { showValues } from '../show-row.ts';
import { existing } from '../targets.store.ts';
import { pageOfRow } from '../tell-duties.ts';
import { aidFigures } from './aid-figures.ts';
import type { Asked } from './asked.ts';
import { type Asking, computeIndicator, keeps, listCounted, listCountedValues } from './figure.store.ts';
import { opinionFigures } from './opinion-figures.ts';

/** Money is reported by currency: an indicator of money is a figure for each of these. */
const reported = ['VND', 'USD', 'EUR'];

/** Indicators of registers as figures that reports compute, and rows they tell of. */
export const registerFeeds = {
  figures: [
    ...registers.flatMap((register) =>
      register.indicators.flatMap((indicator) => figuresOf(register, indicator)),
    ),
    ...aidFigures,
    ...opinionFigures,
  ],
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
    unit: currency === 'VND' ? 'đồng' : (currency ?? indicator.unit),
    rule: indicator.rule,
    currency: currency ?? (indicator.unit === 'đồng' ? 'VND' : null),
    compute: async (tx: Tx, { agencyId, window }: Asked) => {
      // Nothing in a register that an agency does not keep is no figure of nothing: the agency says it by hand.
      if (!(await keeps(tx, register, agencyId))) return { amount: null, whole: null, counted: [] };
      const asking = { window, agencyId, reach: 'all' as const };
      const amounts = await computeIndicator(tx, register, indicator, asking);
      const found = amounts.find((amount) => amount.currency === currency);
      const counted =
        indicator.rule === 'distinct'
          ? await valuesCounted(tx, register, indicator, asking)
          : await rowsCounted(tx, register, indicator, asking, currency);
      return { amount: found?.amount ?? 0, whole: found?.whole ?? null, counted };
    },
  }));
}

async function rowsCounted(
  tx: Tx,
  register: Register,
  indicator: Indicator,
  asking: Asking,
  currency: string | null,
) {
  const rows = await listCounted(tx, register, indicator, asking);
  return rows
    .filter((row) => !currency || row.currency === currency)
    .map(({ id, title, on, amount, once }) => ({
      key: once?.slice(0, 120) ?? null,
      name: nameTold(register, id, title).slice(0, 500),
      on,
      amount,
      record: { register: register.name, id },
    }));
}

/** Of different things each once, by its name: 'Lào' of two agencies is one country. */
async function valuesCounted(tx: Tx, register: Register, indicator: Indicator, asking: Asking) {
  const field = register.fields[indicator.of!]!;
  const values = await listCountedValues(tx, register, indicator, asking);
  const target = field.refersTo;
  const to = target?.startsWith('register:') ? target.slice('register:'.length) : null;
  const names = target
    ? await existing(
        tx,
        target,
        values.map(({ value }) => value),
      )
    : null;
  return values.map(({ value, on }) => ({
    key: names ? null : value,
    name: names ? (names.get(value) ?? value) : field.show(value, () => value, 'vi'),
    on,
    amount: null,
    record: to ? { register: to, id: value } : null,
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
