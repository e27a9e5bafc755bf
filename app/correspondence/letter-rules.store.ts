import type { Filled, Json, Tx } from '#app/platform/database.ts';
import { type LetterRules, shippedRules } from './letter-rules.ts';

declare module '#app/platform/database.ts' {
  interface Tables {
    letter_rules: {
      tenant_id: Filled<string>;
      issuer_id: string;
      content: Json<LetterRules>;
      changed_by: string;
      changed_at: Date;
    };
  }
}

/** The rules an agency writes by: its own, or the shipped ones. */
export async function rulesInForce(
  tx: Tx,
  issuerId: string,
): Promise<{ rules: LetterRules; isOwn: boolean }> {
  const own = await tx
    .selectFrom('letter_rules')
    .select('content')
    .where('issuer_id', '=', issuerId)
    .executeTakeFirst();
  return own ? { rules: own.content, isOwn: true } : { rules: shippedRules, isOwn: false };
}

export async function putRules(
  tx: Tx,
  issuerId: string,
  rules: LetterRules,
  by: string,
  at: Date,
): Promise<void> {
  const values = { content: JSON.stringify(rules), changed_by: by, changed_at: at };
  await tx
    .insertInto('letter_rules')
    .values({ issuer_id: issuerId, ...values })
    .onConflict((clash) => clash.columns(['tenant_id', 'issuer_id']).doUpdateSet(values))
    .execute();
}

/** Back to what is shipped. */
export const dropRules = (tx: Tx, issuerId: string) =>
  tx.deleteFrom('letter_rules').where('issuer_id', '=', issuerId).execute();
