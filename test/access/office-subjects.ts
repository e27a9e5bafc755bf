import { listOutbox, sendTrial } from '#app/mail/mail.contract.ts';
import type { TestHouse } from '#test/house.ts';
import type { Subjects } from './probe.ts';

/** What the administrator keeps: letters going out. */
export async function officeSubjects(t: TestHouse): Promise<Subjects> {
  const administrator = await t.as('quantri@example.vn');
  await administrator.call(sendTrial, {});
  const { letters } = await administrator.call(listOutbox, { query: {} });
  return { mail: letters[0]!.id };
}
