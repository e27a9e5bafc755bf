import { countForViewer } from '#app/figures/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { agenciesOf, hasRole, type Viewer } from '#app/platform/viewer.ts';
import * as contract from './home.contract.ts';
import * as store from './home.store.ts';
import { pickActions } from './next-actions.ts';
import { sayActions } from './say-actions.ts';

/** What waits for a person today. It looks at all concepts and so stands after them all. */
export function homeRoutes(web: Web, house: House): void {
  mount(web, house, contract.showToday, async ({ viewer, tx }) => {
    const today = officeDay(house.now());
    const oversees = hasRole(viewer, 'focal-officer', 'leader', 'administrator', 'inspector');
    const periods = hasRole(viewer, 'focal-officer', 'leader') ? await store.listOpenPeriods(tx) : [];
    const tasks = await listTasks(tx, viewer, today);
    const reminds = hasRole(viewer, 'focal-officer', 'leader');
    const overdue = reminds ? await store.findOverdue(tx, today) : { count: 0, items: [] };
    return {
      today,
      lacks: await store.findLack(tx),
      tasks,
      actions: await sayActions(tx, viewer, pickActions(tasks, overdue), today),
      counts: oversees ? await countForViewer(tx, viewer, house.now()) : null,
      overdue: hasRole(viewer, 'leader') ? overdue.items : [],
      periods: periods.map((period) => ({ ...period, isOver: period.dueOn < today })),
      ledgerLines: hasRole(viewer, 'inspector', 'administrator')
        ? await store.countLedgerLines(tx, today)
        : null,
    };
  });
}

/** Agencies for which the viewer answers what is asked back about their reports. */
const answersFor = (viewer: Viewer): string[] =>
  viewer.memberships.flatMap(({ agencyId, role }) =>
    ['agency-focal', 'agency-head', 'focal-officer'].includes(role) ? [agencyId] : [],
  );

type Ask = () => Promise<store.Found>;

/** What each role is asked to do; a person of several roles sees all of it once. */
async function listTasks(tx: Tx, viewer: Viewer, today: string) {
  const own = agenciesOf(viewer);
  const state = (one: 'assigned' | 'returned' | 'received' | 'in-progress') => () =>
    store.findOwnParts(tx, own, today, { state: one });
  const ofAgency: Partial<Record<contract.TaskKey, Ask>> = {
    returned: state('returned'),
    'own-tasks': () => store.findOwnTasks(tx, viewer.personId),
    'not-received': state('assigned'),
    'reports-to-file': () => store.findReportsToFile(tx, own),
    'asks-to-answer': () => store.findAsksToAnswer(tx, answersFor(viewer)),
    'difficulties-to-answer': () => store.findDifficulties(tx, 'authority', own),
    'own-late': () => store.findOwnParts(tx, own, today, { cell: 'open-late' }),
    'to-start': state('received'),
    'in-progress': state('in-progress'),
  };
  const ofFocal: Partial<Record<contract.TaskKey, Ask>> = {
    'difficulties-to-answer': () => store.findDifficulties(tx, 'focal', own),
    'extensions-to-decide': () => store.findExtensions(tx, { except: own }),
    'parts-to-confirm': () => store.findParts(tx, 'awaiting-confirmation', { except: own }),
    'parts-refused': () => store.findParts(tx, 'refused', { except: own }),
    'documents-to-publish': () => store.findDrafts(tx, { isReady: true }),
    'documents-to-confirm': () => store.findDrafts(tx, { isReady: false }),
    'reports-to-decide': () => store.findReportsToDecide(tx),
    'asks-to-close': () => store.findAsksToClose(tx),
    'letters-to-issue': () => store.findLettersToIssue(tx, own),
  };
  const ofLeader: Partial<Record<contract.TaskKey, Ask>> = {
    'difficulties-to-answer': () => store.findDifficulties(tx, 'committee', own),
    'extensions-to-decide': async () => store.findExtensions(tx, { only: await store.listFocalAgencies(tx) }),
    'parts-to-confirm': async () =>
      store.findParts(tx, 'awaiting-confirmation', { only: await store.listFocalAgencies(tx) }),
    'consolidations-to-sign': () => store.findConsolidations(tx),
    'letters-to-issue': () => store.findLettersToIssue(tx, own),
  };
  const ofAdministrator: Partial<Record<contract.TaskKey, Ask>> = {
    'people-without-password': () => store.findNewcomers(tx, today),
    'agencies-without-people': () => store.findAgenciesWithoutPeople(tx),
  };
  const ofKeeper: Partial<Record<contract.TaskKey, Ask>> = {
    'data-requests': () => store.findDataRequests(tx, viewer.personId),
  };
  const asked: Partial<Record<contract.TaskKey, Ask>> = {
    'hand-overs-to-receive': () => store.findHandOvers(tx, viewer.personId),
    ...(hasRole(viewer, 'leader', 'administrator') ? ofKeeper : {}),
    ...(hasRole(viewer, 'leader') ? ofLeader : {}),
    ...(hasRole(viewer, 'administrator') ? ofAdministrator : {}),
    ...(hasRole(viewer, 'agency-focal', 'agency-head', 'staff', 'focal-officer') ? ofAgency : {}),
    ...(hasRole(viewer, 'focal-officer') ? ofFocal : {}),
  };
  const tasks = [];
  for (const key of contract.taskKeys) {
    const found = await asked[key]?.();
    if (found) tasks.push({ key, ...found });
  }
  return tasks;
}
