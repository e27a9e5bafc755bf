import type { Filled, Tx } from '#app/platform/database.ts';
import type { Mark, Register } from '#libraries/register/index.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    register_setting: {
      tenant_id: Filled<string>;
      register: string;
      name: string;
      value: number;
      source: string;
      mark: Mark;
      set_by: string;
      set_at: Date;
    };
  }
}

export type OwnSetting = { name: string; value: number; source: string; mark: Mark };

/** What the province set otherwise than a register's declaration, by 'timer.<name>' and 'threshold.<name>'. */
export async function ownSettings(tx: Tx, register: string): Promise<Map<string, OwnSetting>> {
  const rows = await tx
    .selectFrom('register_setting')
    .select(['name', 'value', 'source', 'mark'])
    .where('register', '=', register)
    .execute();
  return new Map(rows.map((row) => [row.name, { ...row, value: Number(row.value) }]));
}

/** Thresholds as they hold here. */
export async function thresholdsOf(tx: Tx, { name, thresholds }: Register): Promise<Record<string, number>> {
  const names = Object.keys(thresholds);
  if (!names.length) return {};
  const own = await ownSettings(tx, name);
  return Object.fromEntries(
    names.map((one) => [one, own.get(`threshold.${one}`)?.value ?? thresholds[one]!.value]),
  );
}

export async function putSetting(
  tx: Tx,
  register: string,
  set: OwnSetting & { by: string; at: Date },
): Promise<void> {
  const { name, by, at, ...values } = set;
  const written = { ...values, set_by: by, set_at: at };
  await tx
    .insertInto('register_setting')
    .values({ register, name, ...written })
    .onConflict((on) => on.columns(['tenant_id', 'register', 'name']).doUpdateSet(written))
    .execute();
}

export async function dropSetting(tx: Tx, register: string, name: string): Promise<void> {
  await tx.deleteFrom('register_setting').where('register', '=', register).where('name', '=', name).execute();
}
