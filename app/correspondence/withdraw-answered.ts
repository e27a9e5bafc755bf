import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Job } from '#app/platform/jobs.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { shortenDraft, tellBySelf } from './ladder-letters.ts';
import { markWithdrawn } from './letter.store.ts';
import { listAnswers, markAnswered } from './letter-step.store.ts';
import { type AnsweredStep, fateOf } from './letter-step.ts';

/**
 * A draft of the ladder ends when its agency has answered on all its duties; a duty that was answered alone leaves a
 * draft nobody has edited. One that a person has edited keeps their words and says what was answered.
 */
export const withdrawAnsweredJob: Job = {
  name: 'letters.withdraw-answered',
  run: async (house) => {
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute())
      await inTenant(house.db, id, (tx) => withdrawAnswered(tx, house));
  },
};

async function withdrawAnswered(tx: Tx, house: House): Promise<void> {
  const steps = await listAnswers(tx, { today: officeDay(house.now()) });
  for (const letterId of new Set(steps.map((step) => step.letterId)))
    await settle(
      tx,
      house,
      letterId,
      steps.filter((step) => step.letterId === letterId),
    );
}

async function settle(tx: Tx, house: House, letterId: string, steps: readonly AnsweredStep[]): Promise<void> {
  const fate = fateOf(steps);
  if (fate === 'same') return;
  const fresh = steps.filter((step) => step.answer && !step.isTold);
  await markAnswered(tx, fresh);
  const answers = [...new Set(fresh.map((step) => step.answer))];
  await tellBySelf(tx, house, letterId, `letter.${fate === 'withdrawn' ? 'withdrawn' : 'answered'}`, {
    answers,
    duties: [...new Set(fresh.map((step) => step.dutyId))],
  });
  if (fate === 'withdrawn') await markWithdrawn(tx, letterId, house.now());
  if (fate === 'shorter')
    await shortenDraft(
      tx,
      house,
      letterId,
      steps.filter((step) => !step.answer).map(({ dutyId }) => dutyId),
    );
}
