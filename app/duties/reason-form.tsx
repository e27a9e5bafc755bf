import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AgencyPicker } from '#app/agencies/agency-picker.tsx';
import { faultAt } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { Fault } from '#app/web/fault.tsx';
import { useWords } from '#app/web/language.tsx';
import { type AssignmentAction, needsReason } from './assignment.ts';
import { dutyWords } from './duty.words.ts';

type Props = {
  action: AssignmentAction;
  /** The agency that the one who refused named: chosen already when the work is given on. */
  proposedAgencyId: string | null;
  pending: boolean;
  error: Error | null;
  send: (given: { reason?: string; agencyId?: string; until?: string }) => void;
  close: () => void;
};

/** Asks why, and for which agency where that matters. */
export function ReasonForm({ action, proposedAgencyId, pending, error, send, close }: Props) {
  const t = useWords(dutyWords);
  const [agencyId, setAgencyId] = useState<string | null>(action === 'reassign' ? proposedAgencyId : null);
  const asksAgency = action === 'refuse' || action === 'reassign';
  const errorAt = (path: string) => faultAt(error, path);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const reason = String(given.get('reason') ?? '').trim();
    const until = String(given.get('until') ?? '');
    send({ ...(reason ? { reason } : {}), ...(agencyId ? { agencyId } : {}), ...(until ? { until } : {}) });
  };
  return (
    <form onSubmit={submit} aria-label={t.actions[action]}>
      <Stack gap="sm" mt="sm" maw={560}>
        {needsReason(action) ? (
          <Textarea
            name="reason"
            label={t.reasonLabel}
            description={t.reasonHelp}
            autosize
            minRows={2}
            maxLength={2000}
            required
            data-autofocus
            error={errorAt('reason')}
          />
        ) : null}
        {action === 'pause' ? (
          <DayField name="until" label={t.until} description={t.untilHelp} error={errorAt('until')} />
        ) : null}
        {asksAgency ? (
          <AgencyPicker
            label={action === 'refuse' ? t.rightAgency : t.newAgency}
            required={action === 'reassign'}
            value={agencyId}
            onChange={setAgencyId}
            error={errorAt('agencyId')}
          />
        ) : null}
        <Fault error={error} />
        <Group gap="xs">
          <Button type="submit" loading={pending}>
            {t.actions[action]}
          </Button>
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
