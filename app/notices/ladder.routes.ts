import { appendEvent, listEvents } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type SignedCall, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { addDays } from '#libraries/calendar/index.ts';
import { isLetter, type Ladder, mayBeLetter, type Step, stepName, stepsOf } from './ladder.ts';
import { tryLetters } from './letter-steps.ts';
import { listNames } from './names.store.ts';
import * as contract from './notice.contract.ts';
import { mayKeepLadder, mayTryLadder } from './notice.policy.ts';
import { putLadder } from './notice.store.ts';
import { ladderInForce, shippedLadder } from './own-ladder.ts';
import { recipientsOf } from './recipients.ts';
import { reachOf } from './send-steps.ts';
import { listHolders, listSubjects } from './subject.store.ts';

const DAYS = 30;
const SHOWN = 500;

/** The ladder: read by all, kept and tried by those who follow work up. */
export function ladderRoutes(web: Web, house: House): void {
  mount(web, house, contract.showLadder, async ({ viewer, tx }) => {
    const { ladder, isOwn } = await ladderInForce(tx);
    const { rungs, sendFrom, sendUntil, answerHolds, source } = ladder;
    const mayRead = mayTryLadder.allows(viewer, undefined);
    const lines = mayRead ? await listEvents(tx, 'notices', viewer.tenantId) : [];
    return {
      ladder: { rungs, sendFrom, sendUntil, answerHolds, source },
      isOwn,
      mayKeep: mayKeepLadder.allows(viewer, undefined),
      ledgerId: lines.length ? viewer.tenantId : null,
    };
  });
  mount(web, house, contract.saveLadder, async ({ body, viewer, tx }) => {
    requirePolicy(mayKeepLadder, viewer, undefined);
    check(body);
    await change(tx, house, viewer, body, {});
    return { ok: true as const };
  });
  mount(web, house, contract.restoreLadder, async ({ viewer, tx }) => {
    requirePolicy(mayKeepLadder, viewer, undefined);
    const { rungs, sendFrom, sendUntil, answerHolds, source } = shippedLadder;
    await change(tx, house, viewer, { rungs, sendFrom, sendUntil, answerHolds, source }, { restored: true });
    return { ok: true as const };
  });
  mount(web, house, contract.tryLadder, (call) => tryOut(house, call));
}

function check({ rungs, sendFrom, sendUntil }: Ladder): void {
  if (sendFrom >= sendUntil)
    throw invalid('Giờ bắt đầu gửi phải sớm hơn giờ ngừng gửi: sửa lại hai giờ này.', [
      { path: 'sendUntil', message: 'Cần muộn hơn giờ bắt đầu.' },
    ]);
  const odd = rungs.findIndex((rung) => isLetter(rung) && !mayBeLetter(rung));
  if (odd >= 0)
    throw invalid(
      `Bậc thứ ${odd + 1}: công văn chỉ soạn khi nhiệm vụ quá hạn hoặc chưa được tiếp nhận, và trình chuyên viên đầu mối hoặc lãnh đạo. Sửa bậc này.`,
      [{ path: `rungs.${odd}.level`, message: 'Không hợp với công văn.' }],
    );
  const names = rungs.map(stepName);
  const twice = names.findIndex((name, at) => names.indexOf(name) !== at);
  if (twice >= 0)
    throw invalid(`Bậc thứ ${twice + 1} trùng với một bậc đã có: xóa bớt hoặc đổi số ngày.`, [
      { path: `rungs.${twice}.days`, message: 'Trùng bậc đã có.' },
    ]);
}

/** A changed ladder holds from today: steps of days gone by are not sent late because of it. */
async function change(tx: Tx, house: House, viewer: Viewer, ladder: Ladder, more: object): Promise<void> {
  const before = (await ladderInForce(tx)).ladder;
  await putLadder(tx, ladder, officeDay(house.now()), house.now());
  await appendEvent(tx, house.now(), {
    subjectKind: 'notices',
    subjectId: viewer.tenantId,
    kind: 'notices.ladder-changed',
    actorId: viewer.personId,
    payload: {
      ...more,
      changed: { rungs: [before.rungs.map(say), ladder.rungs.map(say)] },
    },
  });
}

const say = (rung: Ladder['rungs'][number]) => `${stepName(rung)}:${rung.channel}`;

/** What would be sent in the next days if nobody did anything more. */
async function tryOut(house: House, { body, viewer, tx }: SignedCall<typeof contract.tryLadder>) {
  requirePolicy(mayTryLadder, viewer, undefined);
  check(body);
  const from = officeDay(house.now());
  const to = addDays(from, DAYS);
  const calendar = await officeCalendar(tx);
  const subjects = await listSubjects(tx, reachOf(body, from, DAYS));
  const steps = subjects
    .flatMap((subject) => stepsOf(subject, body, calendar, { from, to }))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  const holders = await listHolders(tx, from);
  const { people, agencies } = await listNames(tx);
  const letters = await tryLetters(tx, steps, holders);
  const told = steps.filter(({ rung }) => !isLetter(rung));
  const heard = told.map((step) => ({ step, to: recipientsOf(step.subject, step.rung.level, holders) }));
  const inOrder = [
    ...heard.filter(({ to: all }) => all.length),
    ...heard.filter(({ to: all }) => !all.length),
  ];
  const rows = inOrder.slice(0, SHOWN).map((one) => present(one.step, one.to, people, agencies));
  return {
    from,
    to,
    rows,
    count: heard.reduce((sum, one) => sum + one.to.length, 0),
    people: new Set(heard.flatMap((one) => one.to)).size,
    unheard: heard.filter((one) => !one.to.length).length,
    letters: letters.slice(0, SHOWN).map(({ on, level, agencyId, readers, steps: named }) => ({
      on,
      level,
      agencyName: agencies.get(agencyId) ?? '',
      people: readers.map((id) => people.get(id) ?? ''),
      duties: named.map(({ subject }) => ({
        id: subject.dutyId!,
        title: subject.title,
        isRequest: subject.isRequest,
      })),
    })),
  };
}

const present = (
  { subject, rung, on }: Step,
  to: string[],
  people: ReadonlyMap<string, string>,
  agencies: ReadonlyMap<string, string>,
) => ({
  on,
  step: stepName(rung),
  level: rung.level,
  channel: rung.channel,
  dueOn: subject.dueOn,
  isRequest: subject.isRequest,
  title: subject.title,
  agencyName: agencies.get(subject.agencyId) ?? null,
  dutyId: subject.dutyId,
  people: to.map((id) => people.get(id) ?? ''),
});
