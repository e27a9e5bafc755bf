import { describe } from '#app/ledger/index.ts';
import { insertNotices, listMutes, type NewNotice } from '#app/notices/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Job } from '#app/platform/jobs.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { keepReaders, type Ref, takeNewSteps } from './conversation.store.ts';
import { subjects, type Talked } from './subjects.ts';

type Told = {
  readers: readonly string[];
  of: Ref;
  /** Once for each reader and day, e.g. 'mentioned:<comment>'. */
  step: string;
  title: string;
  sentBy: string | null;
  channel: 'app' | 'push';
};

/** Notices about a piece of work itself; whoever muted it keeps them without being told. */
export async function tellReaders(tx: Tx, now: Date, told: readonly Told[]): Promise<void> {
  const mutes = new Set((await listMutes(tx)).map(({ personId, subjectId }) => `${personId} ${subjectId}`));
  const notices = told.flatMap(({ readers, of, ...one }): NewNotice[] =>
    readers.map((personId) => ({
      ...one,
      personId,
      subjectKind: subjects[of.kind].noticeKind,
      subjectId: of.id,
      dutyId: of.kind === 'duty' ? of.id : null,
      anchorOn: officeDay(now),
      dueOn: null,
      isRequest: false,
      level: 'doer',
      title: one.title.slice(0, 300),
      agencyId: null,
      muted: mutes.has(`${personId} ${of.id}`),
    })),
  );
  await insertNotices(tx, notices, now);
}

const AT_ONCE = 500;

/** Tells followers of each new step, at every tick; a step is told once, a program that was away tells it late. */
export const tellFollowersJob: Job = {
  name: 'conversation.tell-followers',
  run: async (house) => {
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute())
      while ((await inTenant(house.db, id, (tx) => tellNewSteps(tx, house))) === AT_ONCE);
  },
};

async function tellNewSteps(tx: Tx, house: House): Promise<number> {
  const { taken, steps } = await takeNewSteps(tx, AT_ONCE);
  const known = new Map<string, Talked | null>();
  const told: Told[] = [];
  for (const { personId, kind, subjectId, seq, step, payload, actorName } of steps) {
    if (!known.has(subjectId))
      known.set(subjectId, await subjects[kind].open(tx, subjectId).catch(() => null));
    const subject = known.get(subjectId);
    if (!subject || !subjects[kind].tells(step)) continue;
    const readers = await keepReaders(tx, [personId], subject.readers, officeDay(house.now()));
    const said = describe([subjects[kind].book], { subjectKind: kind, kind: step, payload }, actorName).vi;
    told.push({
      readers,
      of: { kind, id: subjectId },
      step: `followed:${seq}`,
      title: `${subject.label}: ${said}`,
      sentBy: null,
      channel: 'app',
    });
  }
  await tellReaders(tx, house.now(), told);
  return taken;
}
