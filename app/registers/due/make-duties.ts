import { keepDocument, markPublished } from '#app/documents/index.ts';
import { insertDuty, nextPosition } from '#app/duties/index.ts';
import { appendEvent } from '#app/ledger/index.ts';
import { inTenant, type Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import type { Job } from '#app/platform/jobs.ts';
import { officeDay } from '#app/platform/office-day.ts';
import type { Register, Timer } from '#libraries/register/index.ts';
import { registers } from '../declared/all.ts';
import { publicTitle } from '../public-title.ts';
import { pageOfRow } from '../tell-duties.ts';
import { findTimerDocument, listToMake, putDutyOfDue, type ToMake } from './due.store.ts';
import { timerDocument } from './timer-document.ts';

/** Days ahead of its day that a duty is made, where the timer does not say. */
const AHEAD = 30;
/** What ran out longer ago than this when it was first written is history: it makes no duty. */
const PAST = 90;

/** Days that rows set become duties of the agencies that keep them, once, each citing its article. */
export const makeDueDutiesJob: Job = {
  name: 'registers.make-duties',
  at: '01:15',
  run: async (house) => {
    for (const { id } of await house.db.selectFrom('tenant').select('id').execute())
      await inTenant(house.db, id, (tx) => makeDueDuties(tx, house));
  },
};

/** Returns how many were made. */
export async function makeDueDuties(tx: Tx, house: House): Promise<number> {
  const today = officeDay(house.now());
  let made = 0;
  for (const register of registers.filter(({ timers }) => timers.length)) {
    const ahead = Object.fromEntries(register.timers.map((timer) => [timer.name, timer.ahead ?? AHEAD]));
    const due = await listToMake(tx, register, { today, ahead, past: PAST });
    if (!due.length) continue;
    const document = await documentOf(tx, house, register, due[0]!.createdBy);
    let position = await nextPosition(tx, document.id);
    for (const one of due) {
      const timer = register.timers.find(({ name }) => name === one.timer)!;
      await makeDuty(tx, house, register, { timer, due: one, document, position: position++ });
      made += 1;
    }
  }
  return made;
}

type Document = { id: string; text: string };

/** The document in which each timer of a register has its sentence; made anew when the declaration says otherwise. */
async function documentOf(tx: Tx, house: House, register: Register, by: string): Promise<Document> {
  const at = house.now();
  const read = timerDocument(register, officeDay(at));
  const known = await findTimerDocument(tx, register.name, read.text);
  if (known) return { id: known, text: read.text };
  const { id } = await keepDocument(tx, read, { file: null, by, at });
  await markPublished(tx, id, at);
  return { id, text: read.text };
}

type Making = { timer: Timer; due: ToMake; document: Document; position: number };

async function makeDuty(
  tx: Tx,
  house: House,
  register: Register,
  { timer, due, document, position }: Making,
) {
  const at = house.now();
  const text = `${timer.said[0]}: ${publicTitle(register, due.title)}. Căn cứ: ${timer.source}.`;
  const begin = document.text.indexOf(timer.said[0]);
  const dutyId = await insertDuty(
    tx,
    {
      documentId: document.id,
      position,
      path: register.said[0],
      text,
      span: [begin, document.text.indexOf('\n', begin)],
      isRequest: false,
      deadlineWords: timer.source,
      deadlineKind: 'date',
      dueOn: due.dueOn,
      dueSource: 'confirmed',
      reportTo: null,
      product: null,
      taskGroups: [],
      unnamedHolders: [],
      unnamedCoordinators: [],
    },
    [{ agencyId: due.agencyId, printedName: due.agencyName, role: 'holder', leads: true }],
    at,
  );
  await putDutyOfDue(tx, due.id, dutyId);
  await appendEvent(tx, at, {
    subjectKind: 'duty',
    subjectId: dutyId,
    kind: 'duty.assigned',
    actorId: null,
    payload: {
      documentId: document.id,
      path: register.said[0],
      leads: true,
      request: false,
      holders: [due.agencyName],
      coordinators: [],
      dueOn: due.dueOn,
      because: text,
      page: pageOfRow(register.name, due.rowId),
    },
  });
}
