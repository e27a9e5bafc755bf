import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call, faultAt } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { Fault } from '#app/web/fault.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { WriteLetter } from '#app/web/write-letter.tsx';
import { Section } from '../section.tsx';
import { actOnExtension, askExtension, type ExtensionShown, listExtensions } from './extension.contract.ts';
import type { ExtensionAction } from './extension.ts';
import { extensionWords } from './extension.words.ts';

/** Requests for more time on a duty: asking, deciding, and what was decided before. Nothing where there is nothing. */
export function Extensions({ dutyId }: { dutyId: string }) {
  const t = useWords(extensionWords);
  const { data } = useQuery({
    queryKey: ['duties', 'extensions', dutyId],
    queryFn: () => call(listExtensions, { params: { id: dutyId } }),
  });
  if (!data || (!data.extensions.length && !data.mayAsk.length)) return null;
  return (
    <Section title={t.title}>
      <Stack gap="md">
        {data.mayAsk.map((part) => (
          <Ask key={part.assignmentId} part={part} />
        ))}
        {data.extensions.map((extension) => (
          <Request key={extension.id} extension={extension} />
        ))}
      </Stack>
    </Section>
  );
}

type Part = { assignmentId: string; agencyName: string; dueOn: string | null };

function Ask({ part }: { part: Part }) {
  const t = useWords(extensionWords);
  const [isOpen, setOpen] = useState(false);
  const title = part.dueOn ? t.ask(part.agencyName) : t.propose(part.agencyName);
  const refresh = useRefresh();
  const asking = useMutation({
    mutationFn: (body: { wantedOn: string; reason: string }) =>
      call(askExtension, { params: { id: part.assignmentId }, body }),
    onSuccess: async () => {
      setOpen(false);
      notifications.show({ message: t.sent });
      await refresh();
    },
  });
  if (!isOpen)
    return (
      <Group>
        <Button variant="default" onClick={() => setOpen(true)}>
          {title}
        </Button>
      </Group>
    );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    asking.mutate({ wantedOn: String(given.get('wantedOn')), reason: String(given.get('reason')) });
  };
  return (
    <form onSubmit={submit} aria-label={title}>
      <Stack gap="sm" maw={560}>
        <DayField
          name="wantedOn"
          label={t.wantedOn}
          description={part.dueOn ? t.dueNow(showDay(part.dueOn)) : t.noDueNow}
          required
          data-autofocus
          error={faultAt(asking.error, 'wantedOn')}
        />
        <Textarea
          name="reason"
          label={t.reason}
          description={t.reasonHelp}
          required
          minLength={5}
          maxLength={2000}
          autosize
          minRows={2}
          error={faultAt(asking.error, 'reason')}
        />
        <Fault error={asking.error} />
        <Group gap="xs">
          <Button type="submit" loading={asking.isPending}>
            {t.send}
          </Button>
          <Button variant="default" onClick={() => setOpen(false)}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Request({ extension }: { extension: ExtensionShown }) {
  const t = useWords(extensionWords);
  const { dueBefore, wantedOn, state } = extension;
  const said = [
    extension.counteredOn ? t.countered(showDay(extension.counteredOn)) : null,
    extension.decidedBy && extension.decidedAt
      ? t.decidedBy(extension.decidedBy, showInstant(extension.decidedAt))
      : null,
    extension.decisionReason ? t.decisionReason(extension.decisionReason) : null,
  ].filter((line) => line !== null);
  return (
    <div>
      <Text>
        {t.asked(extension.askedBy, dueBefore ? showDay(dueBefore) : t.none, showDay(wantedOn))}
        {': '}
        <b>{t.states[state]}</b>
      </Text>
      <div className="duty-soft">“{extension.reason}”</div>
      {said.map((line) => (
        <div key={line} className="duty-soft">
          {line}
        </div>
      ))}
      <Actions extension={extension} />
      {state === 'open' || state === 'taken-back' ? null : (
        <WriteLetter about={{ extensionId: extension.id }} />
      )}
    </div>
  );
}

const asksWords = (action: ExtensionAction) => action === 'counter' || action === 'reject';

function Actions({ extension }: { extension: ExtensionShown }) {
  const t = useWords(extensionWords);
  const [open, setOpen] = useState<ExtensionAction | null>(null);
  const refresh = useRefresh();
  const acting = useMutation({
    mutationFn: (body: { action: ExtensionAction; reason?: string; day?: string }) =>
      call(actOnExtension, { params: { id: extension.id }, body }),
    onSuccess: async (_, { action }) => {
      setOpen(null);
      notifications.show({ message: t.done[action] });
      await refresh();
    },
  });
  if (!extension.actions.length) return null;
  return (
    <>
      <Group gap="xs" mt="xs">
        {extension.actions.map((action, at) => (
          <Button
            key={action}
            size="compact-md"
            variant={at === 0 ? 'filled' : 'default'}
            aria-expanded={asksWords(action) ? open === action : undefined}
            loading={acting.isPending && acting.variables?.action === action}
            onClick={() =>
              asksWords(action) ? setOpen(open === action ? null : action) : acting.mutate({ action })
            }
          >
            {t.actions[action]}
          </Button>
        ))}
      </Group>
      {open ? (
        <Answer action={open} error={acting.error} pending={acting.isPending} send={acting.mutate} />
      ) : (
        <Fault error={acting.error} />
      )}
    </>
  );
}

type AnswerProps = {
  action: ExtensionAction;
  error: Error | null;
  pending: boolean;
  send: (body: { action: ExtensionAction; reason?: string; day?: string }) => void;
};

function Answer({ action, error, pending, send }: AnswerProps) {
  const t = useWords(extensionWords);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const reason = String(given.get('reason') ?? '').trim();
    const day = String(given.get('day') ?? '');
    send({ action, ...(reason ? { reason } : {}), ...(day ? { day } : {}) });
  };
  return (
    <form onSubmit={submit} aria-label={t.actions[action]}>
      <Stack gap="sm" mt="sm" maw={560}>
        {action === 'counter' ? (
          <DayField name="day" label={t.day} required data-autofocus error={faultAt(error, 'day')} />
        ) : null}
        <Textarea
          name="reason"
          label={t.reason}
          required={action === 'reject'}
          maxLength={2000}
          autosize
          minRows={2}
          error={faultAt(error, 'reason')}
        />
        <Fault error={error} />
        <Group>
          <Button type="submit" loading={pending}>
            {t.actions[action]}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useRefresh() {
  const client = useQueryClient();
  return () => Promise.all(['duties', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
