// 500 listening browsers, each of another person: how long after the commit of their notices until each has its
// event.   node bin/run bench/events.ts [--quick]
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { insertMembership, insertPerson, makeEntryLink } from '#app/accounts/index.ts';
import { insertNotices, type NewNotice } from '#app/notices/index.ts';
import { inTenant } from '#app/platform/database.ts';
import { openProvince } from './province.ts';

const BROWSERS = 500;
const ROUNDS = process.argv.includes('--quick') ? 2 : 5;
const province = await openProvince();
const { house, tenantId } = province;
let child: ChildProcess | undefined;
try {
  const people = await addPeople();
  child = fork(join(import.meta.dirname, 'program-server.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.send({ url: province.ownerUrl });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const heard = await listenAll(people, port);
  await setTimeout(1000);
  const delays: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    heard.clear();
    await send(people, round);
    const committed = performance.now();
    for (let waited = 0; heard.size < BROWSERS && waited < 5000; waited += 5) await setTimeout(5);
    if (heard.size < BROWSERS) console.log(`  only ${heard.size} of ${BROWSERS} heard of round ${round + 1}`);
    delays.push(...[...heard.values()].map((at) => Math.max(0, at - committed)));
    await setTimeout(500);
  }
  delays.sort((one, other) => one - other);
  const at = (share: number) =>
    delays[Math.min(delays.length - 1, Math.floor(share * delays.length))]!.toFixed(0);
  console.log(
    `${BROWSERS} listening browsers, ${ROUNDS} rounds: event after commit p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, last ${at(1)} ms (bar: 200 ms)`,
  );
  if (delays.length < BROWSERS * ROUNDS || delays.at(-1)! > 200) process.exitCode = 1;
} finally {
  child?.kill();
  await province.close();
}
process.exit();

async function addPeople(): Promise<string[]> {
  return inTenant(house.db, tenantId, async (tx) => {
    const agency = await tx.selectFrom('agency').select('id').limit(1).executeTakeFirstOrThrow();
    const ids: string[] = [];
    for (let n = 0; n < BROWSERS; n += 1) {
      const email = `nguoi${n}@example.vn`;
      const personId = await insertPerson(tx, { name: `Người thứ ${n}`, email, title: null });
      await insertMembership(tx, { personId, agencyId: agency.id, role: 'staff' });
      ids.push(personId);
    }
    return ids;
  });
}

/** When each person's browser last had an event, by `performance.now()`. */
async function listenAll(people: string[], port: number): Promise<Map<string, number>> {
  const heard = new Map<string, number>();
  const agent = new Agent({ keepAlive: true, maxSockets: BROWSERS + 10 });
  for (const personId of people) {
    const token = (await makeEntryLink(house, tenantId, personId)).split('#')[1]!;
    const entered = await fetch(`http://127.0.0.1:${port}/api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!;
    const asked = request({
      port,
      host: '127.0.0.1',
      path: '/api/notice-events',
      headers: { cookie },
      agent,
    });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    if (answer.statusCode !== 200) throw new Error(`a browser was not let in: ${answer.statusCode}`);
    answer.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('event: notice')) heard.set(personId, performance.now());
    });
    asked.on('error', () => {});
    answer.on('error', () => {});
  }
  return heard;
}

/** A notice for each of them, in one transaction. */
function send(people: string[], round: number): Promise<number> {
  return inTenant(house.db, tenantId, (tx) =>
    insertNotices(
      tx,
      people.map(
        (personId): NewNotice => ({
          personId,
          subjectKind: 'duty',
          subjectId: personId,
          dutyId: null,
          step: `overdue:${round}:doer`,
          anchorOn: '2026-11-20',
          dueOn: '2026-11-20',
          isRequest: false,
          level: 'doer',
          channel: 'app',
          title: 'Nhiệm vụ thử',
          agencyId: null,
          sentBy: null,
          muted: false,
        }),
      ),
      house.now(),
    ),
  );
}
