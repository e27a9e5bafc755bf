import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { dutyWords } from '../duty.words.ts';
import { actOnMany, type Offers } from './bulk.contract.ts';
import { asksWhy, type BulkAction, isStep } from './bulk.ts';
import { bulkWords } from './bulk.words.ts';
import type { BulkPlan } from './bulk-plan.ts';

const asksOf = (action: BulkAction): BulkPlan['asks'] => [
  ...(action === 'deadline' ? (['deadline'] as const) : []),
  ...(action === 'coordinator' ? (['coordinator'] as const) : []),
  ...(asksWhy(action) ? (['reason'] as const) : []),
  ...(action === 'pause' ? (['until'] as const) : []),
];
const goesBack: readonly BulkAction[] = ['resume', 'reinstate'];

/** What is offered, as plans; `only`: nothing but the parts of this agency. */
export function usePlans(
  { offers = [], coordinators = [] }: Partial<Offers>,
  only: string | undefined,
): BulkPlan[] {
  const t = useWords(bulkWords);
  const d = useWords(dutyWords);
  return offers.map(({ action }) => ({
    key: action,
    name: isStep(action) ? d.actions[action] : t[action],
    asks: asksOf(action),
    undo: goesBack.includes(action) ? 'back' : 'yes',
    ...(action === 'coordinator' ? { coordinators } : {}),
    act: (dutyIds, given, how) =>
      call(actOnMany, {
        body: { dutyIds, action, ...how, ...clean(given), ...(only ? { only } : {}) },
      }),
  }));
}

/** Empty fields are not sent. */
const clean = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as T;
