import type { Filled, Tx } from '#app/platform/database.ts';
import type { Role } from '#app/platform/viewer.ts';
import { defaultRules, type SignInRules } from './sign-in-rules.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    sign_in_rules: {
      tenant_id: Filled<string>;
      idle_minutes: number;
      absolute_hours: number;
      idle_account_days: number | null;
      two_step_roles: Role[];
      two_step_grace_days: number | null;
      changed_at: Date;
      changed_by: string;
    };
  }
}

export async function getRules(tx: Tx): Promise<SignInRules> {
  const row = await tx.selectFrom('sign_in_rules').selectAll().executeTakeFirst();
  if (!row) return defaultRules;
  return {
    idleMinutes: row.idle_minutes,
    absoluteHours: row.absolute_hours,
    idleAccountDays: row.idle_account_days,
    twoStepRoles: row.two_step_roles,
    twoStepGraceDays: row.two_step_grace_days,
  };
}

export async function setRules(tx: Tx, rules: SignInRules, by: string, now: Date): Promise<void> {
  const row = {
    idle_minutes: rules.idleMinutes,
    absolute_hours: rules.absoluteHours,
    idle_account_days: rules.idleAccountDays,
    two_step_roles: rules.twoStepRoles,
    two_step_grace_days: rules.twoStepGraceDays,
    changed_at: now,
    changed_by: by,
  };
  await tx
    .insertInto('sign_in_rules')
    .values(row)
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row))
    .execute();
}
