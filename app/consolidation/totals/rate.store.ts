import type { Filled, Tx } from '#app/platform/database.ts';
import type { RateOn } from './total.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    exchange_rate: {
      tenant_id: Filled<string>;
      currency: string;
      on_day: string;
      dong: number;
      source: string;
      set_by: string;
      set_at: Date;
    };
  }
}

export type Rate = { currency: string; on: string; dong: number; source: string };

export const listRates = (tx: Tx): Promise<Rate[]> =>
  tx
    .selectFrom('exchange_rate')
    .select(['currency', 'on_day as on', 'dong', 'source'])
    .orderBy('on_day', 'desc')
    .orderBy('currency')
    .execute();

export async function setRate(tx: Tx, rate: Rate & { by: string; at: Date }): Promise<void> {
  const { currency, on, dong, source, by, at } = rate;
  const values = { dong, source, set_by: by, set_at: at };
  await tx
    .insertInto('exchange_rate')
    .values({ currency, on_day: on, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'currency', 'on_day']).doUpdateSet(values))
    .execute();
}

/** The rate of the very day; a rate of another day is no rate of this one. */
export function rateOf(rates: readonly Rate[]): RateOn {
  const known = new Map(rates.map(({ currency, on, dong }) => [`${currency} ${on}`, dong]));
  return (currency, on) => (on === null ? null : (known.get(`${currency} ${on}`) ?? null));
}
