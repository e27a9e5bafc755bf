import { type Cell, common, type Field, type FromBook, type Options, type Read } from '../field.ts';
import { rangeFilter } from '../filter.ts';
import { cellText } from '../one-part.ts';
import { dayCell, readDay, showDay } from '../read-day.ts';
import { readNumber, showNumber } from '../read-number.ts';
import { folded } from '../said.ts';

/** Money keeps its currency and the day whose rate turns it into VND; null: no rate is needed or known yet. */
export type Money = { amount: number; currency: string; rateOn: string | null };

export const currencies = [
  'VND',
  'USD',
  'EUR',
  'JPY',
  'KRW',
  'CNY',
  'GBP',
  'AUD',
  'CAD',
  'CHF',
  'SGD',
  'THB',
  'LAK',
  'KHR',
  'SEK',
  'NOK',
  'DKK',
  'NZD',
  'TWD',
  'HKD',
  'MYR',
  'INR',
  'RUB',
];

/** 'đồng' and 'đô la' of old books. */
const spellings: Record<string, string> = {
  d: 'VND',
  dong: 'VND',
  vnd: 'VND',
  usd: 'USD',
  'do la': 'USD',
  'do la my': 'USD',
  $: 'USD',
  '€': 'EUR',
  euro: 'EUR',
  yen: 'JPY',
  won: 'KRW',
};
const scales: [RegExp, number][] = [
  [/^ty\b ?/, 1e9],
  [/^trieu\b ?/, 1e6],
  [/^(nghin|ngan)\b ?/, 1e3],
];

export function money(vi: string, en: string, options: Options = {}): Field<Money> {
  return {
    kind: 'money',
    ...common(vi, en, options),
    refersTo: null,
    parts: [
      { suffix: '', type: 'numeric', width: 18 },
      { suffix: 'currency', type: 'text', said: ['loại tiền', 'currency'], offers: currencies, width: 10 },
      { suffix: 'rateOn', type: 'date', said: ['ngày tỷ giá', 'rate of'], width: 13 },
    ],
    input: { control: 'money', choices: currencies.map((value) => ({ value, said: [value, value] })) },
    filter: rangeFilter('number'),
    schema: {
      type: 'object',
      properties: {
        amount: { type: 'number' },
        currency: { enum: currencies },
        rateOn: { type: ['string', 'null'], format: 'date' },
      },
      required: ['amount', 'currency'],
    },
    parse: parseMoney,
    toColumns: ({ amount, currency, rateOn }) => [amount, currency, rateOn],
    fromColumns: ([amount, currency, rateOn]) => ({
      amount: Number(amount),
      currency: String(currency),
      rateOn: (rateOn as string | null) ?? null,
    }),
    toCells: ({ amount, currency, rateOn }) => [amount, currency, rateOn && dayCell(rateOn)],
    fromCells: moneyOfCells,
    show: ({ amount, currency, rateOn }, _names, language) =>
      `${showNumber(amount)} ${currency}${rateOn ? ` (${language === 'vi' ? 'tỷ giá' : 'rate of'} ${showDay(rateOn)})` : ''}`,
    // Amounts under one another are compared; the day of the rate stands in the row.
    brief: ({ amount, currency }) => `${showNumber(amount)} ${currency}`,
    pointsAt: () => [],
    examples: [
      { amount: 1_060_000.5, currency: 'USD', rateOn: '2025-12-14' },
      { amount: 36_000_000_000, currency: 'VND', rateOn: null },
    ],
  };
}

function parseMoney(given: unknown): Read<Money> {
  if (given === null || given === undefined) return { value: null };
  const { amount, currency, rateOn = null } = given as Partial<Money>;
  if (amount === undefined || amount === null) return { value: null };
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return { fault: 'Số tiền cần là số.' };
  if (!currency || !currencies.includes(currency)) return { fault: 'Cần chọn loại tiền.' };
  if (amount < 0) return { fault: 'Số tiền không được âm.' };
  const day = readDay(rateOn);
  return 'value' in day ? { value: { amount, currency, rateOn: day.value } } : day;
}

/** '28.000 USD' or '1,5 tỷ đồng' in one cell, or a number with its currency in the next; VND when none is named. */
function moneyOfCells([first, second, third]: readonly Cell[], { style }: FromBook): Read<Money> {
  const { digits, rest } = splitAmount(first ?? null);
  const amount = readNumber(digits, { style });
  if (!('value' in amount)) return amount;
  if (amount.value === null) return { value: null };
  let [scale, words] = [1, folded(rest) || rest.trim()];
  for (const [word, times] of scales)
    if (word.test(words)) {
      words = words.replace(word, '');
      scale *= times;
    }
  const named = cellText(second ?? null) ?? words;
  const currency = named ? currencyOf(named) : 'VND';
  if (!currency) return { fault: `Không có loại tiền “${named}”: hãy ghi mã như VND, USD, EUR.` };
  const rateOn = readDay(third);
  return 'value' in rateOn
    ? parseMoney({ amount: Math.round(amount.value * scale * 1e6) / 1e6, currency, rateOn: rateOn.value })
    : rateOn;
}

function splitAmount(cell: Cell): { digits: unknown; rest: string } {
  if (typeof cell === 'number') return { digits: cell, rest: '' };
  const text = cellText(cell) ?? '';
  const [, before = '', digits = text, after = ''] = /^([^\d-]*)([-\d][\d.,\s\u00a0]*)(.*)$/.exec(text) ?? [];
  return { digits: digits.trim(), rest: before.trim() || after.trim() };
}

const currencyOf = (words: string): string | undefined =>
  currencies.find((code) => code === words.trim().toUpperCase()) ??
  spellings[words.trim()] ??
  spellings[folded(words)];
