import { Button, Group, Loader, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { AgencyPicker } from '#app/agencies/agency-picker.tsx';
import { officeDay } from '#app/platform/office-day.ts';
import { faultAt } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { Fault } from '#app/web/fault.tsx';
import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { bulkWords } from './bulk.words.ts';
import { type BulkPlan, canTry, doPlan, type Given, type PlanOutcome, tryPlan } from './bulk-plan.ts';
import { LeftOut } from './left-out.tsx';
import { countDone, useMany } from './use-many.ts';

type Props = {
  plan: BulkPlan;
  ids: readonly string[];
  onlyOf: string | undefined;
  close: () => void;
  done: (outcome: PlanOutcome) => void;
};

/** What will happen to how many, which are left out and why; then one confirmation. */
export function BulkDialog({ plan, ids, onlyOf, close, done }: Props) {
  const t = useWords(bulkWords);
  const many = useMany();
  const client = useQueryClient();
  const [given, setGiven] = useState<Given>({});
  const [told, setTold] = useState(0);
  const { reason: _, until: __, ...decides } = given;
  const isReady = canTry(plan, given);
  const trial = useQuery({
    queryKey: ['duties', 'trial', plan.key, ids, onlyOf, decides],
    queryFn: () => tryPlan(plan, ids, given),
    enabled: isReady,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const doing = useMutation({
    mutationFn: () => doPlan(plan, ids, given, { told: setTold, stopped: t.stopped }),
    meta: { shownOnPage: true },
    onSuccess: async (outcome) => {
      done(outcome);
      await Promise.all(
        ['duties', 'ledger', 'notices', 'today'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    doing.mutate();
  };
  const error = doing.error ?? trial.error;
  return (
    <Modal opened onClose={close} title={plan.name} size="lg" closeButtonProps={{ 'aria-label': t.cancel }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Fields plan={plan} given={given} change={setGiven} error={error} />
          {onlyOf ? <Text c="dimmed">{t.onlyOf(onlyOf)}</Text> : null}
          <div role="status">
            {!isReady ? (
              <Text c="dimmed">{t.fillIn}</Text>
            ) : trial.data ? (
              <>
                <Text fw={600}>
                  {trial.data.done.length
                    ? t.will(plan.name.toLowerCase(), many(countDone(trial.data)))
                    : t.didNothing}
                </Text>
                <LeftOut refused={trial.data.refused} title={t.leftOut} />
              </>
            ) : trial.error ? null : (
              <Group gap="xs">
                <Loader size="xs" aria-hidden />
                <Text c="dimmed">{t.trying}</Text>
              </Group>
            )}
          </div>
          <Fault error={error} />
          <Text fz="sm" c="dimmed">
            {{ yes: t.undoYes, back: t.undoBack, no: t.undoNo }[plan.undo]}
          </Text>
          <Group justify="end" align="center">
            {doing.isPending && ids.length > 200 ? (
              <Text role="status">{t.doing(showNumber(told), showNumber(ids.length))}</Text>
            ) : null}
            <Button variant="default" onClick={close}>
              {t.cancel}
            </Button>
            <Button
              type="submit"
              className="bulk-confirm"
              loading={doing.isPending}
              disabled={!trial.data?.done.length}
            >
              {trial.data?.done.length ? t.confirm(plan.name, many(countDone(trial.data))) : plan.name}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

type FieldsProps = {
  plan: BulkPlan;
  given: Given;
  change: (given: Given) => void;
  error: Error | null;
};

function Fields({ plan: { asks, coordinators = [] }, given, change, error }: FieldsProps) {
  const t = useWords(bulkWords);
  const errorAt = (path: string) => faultAt(error, path);
  const put = (field: keyof Given) => (value: string | null) =>
    change({ ...given, [field]: value || undefined });
  return (
    <>
      {asks.includes('deadline') ? (
        <DayField
          label={t.dueOn}
          required
          maw={240}
          data-autofocus
          min={officeDay(new Date())}
          value={given.dueOn ?? ''}
          onChange={put('dueOn')}
          error={errorAt('dueOn')}
        />
      ) : null}
      {asks.includes('coordinator') ? (
        <>
          <AgencyPicker
            label={t.newCoordinator}
            required
            value={given.agencyId ?? null}
            onChange={put('agencyId')}
            error={errorAt('agencyId')}
          />
          {coordinators.length ? (
            <Select
              label={t.insteadOf}
              description={t.insteadOfHelp}
              data={coordinators.map(({ id, name, duties }) => ({
                value: id,
                label: t.cooperates(name, showNumber(duties)),
              }))}
              value={given.insteadOf ?? null}
              onChange={put('insteadOf')}
              searchable
              clearable
            />
          ) : null}
        </>
      ) : null}
      {asks.includes('reason') ? (
        <Textarea
          label={t.reason}
          description={t.reasonHelp}
          required
          autosize
          minRows={2}
          maxLength={2000}
          {...(asks[0] === 'reason' ? { 'data-autofocus': true } : {})}
          value={given.reason ?? ''}
          onChange={(event) => change({ ...given, reason: event.currentTarget.value })}
          error={errorAt('reason')}
        />
      ) : null}
      {asks.includes('until') ? (
        <DayField
          label={t.until}
          description={t.untilHelp}
          maw={240}
          value={given.until ?? ''}
          onChange={put('until')}
          error={errorAt('until')}
        />
      ) : null}
    </>
  );
}
