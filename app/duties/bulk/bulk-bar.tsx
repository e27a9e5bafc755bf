import { Button, Group, Menu, Text } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { listDutyFilters } from '../duty.contract.ts';
import type { DutyViewing } from '../duty-view.ts';
import { offerForMany } from './bulk.contract.ts';
import { MOST_CHOSEN } from './bulk.ts';
import { bulkWords } from './bulk.words.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import type { BulkPlan, PlanOutcome } from './bulk-plan.ts';
import { BulkResult } from './bulk-result.tsx';
import { type Selection, useSelection } from './selection.tsx';
import { usePlans } from './use-plans.ts';
import './bulk.css';

/** Plans that later concepts bring, for the parts of one agency or of all. */
export type MorePlans = (only: string | undefined) => BulkPlan[];
type Props = { viewing: DutyViewing; total: number; useMore: MorePlans };
type Chosen = { plan: BulkPlan; ids: string[] };

/** At the bottom while something is chosen: how many, what can be done with them, and what has just been done. */
export function BulkBar({ viewing, total, useMore }: Props) {
  const t = useWords(bulkWords);
  const selection = useSelection();
  const [open, setOpen] = useState<Chosen | null>(null);
  const [result, setResult] = useState<{ plan: BulkPlan; outcome: PlanOutcome } | null>(null);
  const only = viewing.view.agency;
  const { data: filters } = useQuery({
    queryKey: ['duties', 'filters'],
    queryFn: () => call(listDutyFilters, {}),
    enabled: only !== undefined,
  });
  if (!selection || (!selection.ids.size && !result)) return null;
  return (
    <section className="bulk-bar paper no-print" aria-label={t.region}>
      {selection.ids.size ? (
        <Chosen
          viewing={viewing}
          total={total}
          useMore={useMore}
          selection={selection}
          choose={(plan) => {
            setResult(null);
            setOpen({ plan, ids: [...selection.ids] });
          }}
        />
      ) : result ? (
        <BulkResult {...result} close={() => setResult(null)} />
      ) : null}
      {open ? (
        <BulkDialog
          {...open}
          onlyOf={only ? filters?.agencies.find(({ id }) => id === only)?.name : undefined}
          close={() => setOpen(null)}
          done={(outcome) => {
            setResult({ plan: open.plan, outcome });
            setOpen(null);
            selection.clear();
          }}
        />
      ) : null}
    </section>
  );
}

function Chosen({
  viewing,
  total,
  useMore,
  selection,
  choose,
}: Props & { selection: Selection; choose: (plan: BulkPlan) => void }) {
  const t = useWords(bulkWords);
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const only = viewing.view.agency;
  const [ids] = useDebouncedValue(selection.ids, 250);
  const dutyIds = [...ids].slice(0, MOST_CHOSEN);
  const { data, error } = useQuery({
    queryKey: ['duties', 'offers', dutyIds, only],
    queryFn: () => call(offerForMany, { body: { dutyIds, ...(only ? { only } : {}) } }),
    enabled: dutyIds.length > 0,
    placeholderData: keepPreviousData,
  });
  const plans = [...usePlans(data ?? {}, only), ...useMore(only)];
  return (
    <>
      <Group gap="4px 10px" align="center">
        <Text fw={600} role="status">
          {t.chosen(showNumber(selection.ids.size))}
        </Text>
        <ChooseAll viewing={viewing} total={total} selection={selection} />
        <Button size="compact-sm" variant="subtle" onClick={selection.clear}>
          {t.clear}
        </Button>
      </Group>
      {error ? <Text role="alert">{error.message}</Text> : null}
      {narrow ? (
        <PlanMenu plans={plans} choose={choose} />
      ) : (
        <Group gap={6}>
          {plans.map((plan) => (
            <Button key={plan.key} size="xs" variant="default" onClick={() => choose(plan)}>
              {plan.name}
            </Button>
          ))}
        </Group>
      )}
      {data && !plans.length ? <Text c="dimmed">{t.nothingToDo}</Text> : null}
    </>
  );
}

function PlanMenu({ plans, choose }: { plans: BulkPlan[]; choose: (plan: BulkPlan) => void }) {
  const t = useWords(bulkWords);
  if (!plans.length) return null;
  return (
    <Menu withinPortal position="top-start">
      <Menu.Target>
        <Button fullWidth>{t.what}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {plans.map((plan) => (
          <Menu.Item key={plan.key} onClick={() => choose(plan)}>
            {plan.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** All that match the filter, on every page. */
function ChooseAll({ viewing, total, selection }: Omit<Props, 'useMore'> & { selection: Selection }) {
  const t = useWords(bulkWords);
  const choosing = useMutation({
    mutationFn: () => call(offerForMany, { body: { filter: viewing.filter as never } }),
    onSuccess: ({ dutyIds }) => selection.add(dutyIds),
  });
  if (choosing.data?.hasMore) return <Text fz="sm">{t.tooMany(showNumber(MOST_CHOSEN))}</Text>;
  if (selection.ids.size >= total || choosing.isSuccess) return null;
  return (
    <Button size="compact-sm" variant="light" loading={choosing.isPending} onClick={() => choosing.mutate()}>
      {t.chooseAll(showNumber(total))}
    </Button>
  );
}
