import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { Section } from '../section.tsx';
import {
  actOnMilestone,
  addMilestone,
  listMilestones,
  type MilestoneAction,
  type MilestoneShown,
  type PartOfMilestones,
} from './milestone.contract.ts';
import { milestoneWords } from './milestone.words.ts';

/** The steps of each part in order, the next one said first; its own agency names and ticks them. */
export function Milestones({ dutyId }: { dutyId: string }) {
  const t = useWords(milestoneWords);
  const { data } = useQuery({
    queryKey: ['duties', 'milestones', dutyId],
    queryFn: () => call(listMilestones, { params: { id: dutyId } }),
  });
  const shown = data?.parts.filter((part) => part.maySet || part.milestones.length) ?? [];
  if (!shown.length) return null;
  return (
    <Section title={t.title}>
      <Stack gap="md">
        {shown.map((part) => (
          <PartMilestones key={part.assignmentId} part={part} />
        ))}
      </Stack>
    </Section>
  );
}

function PartMilestones({ part }: { part: PartOfMilestones }) {
  const t = useWords(milestoneWords);
  const next = part.milestones.find(({ reachedOn }) => !reachedOn);
  if (!part.milestones.length)
    return (
      <div>
        <Text>{t.none(part.agencyName)}</Text>
        <Add part={part} />
      </div>
    );
  return (
    <div>
      <Text>
        <b>{part.agencyName}</b>
        {'. '}
        {next ? t.next(next.name, showDay(next.dueOn)) : t.allReached}
      </Text>
      <ol className="duty-entries">
        {part.milestones.map((one) => (
          <li key={one.id}>
            <Line one={one} maySet={part.maySet} />
          </li>
        ))}
      </ol>
      {part.maySet ? <Add part={part} /> : null}
    </div>
  );
}

function Line({ one, maySet }: { one: MilestoneShown; maySet: boolean }) {
  const t = useWords(milestoneWords);
  const client = useQueryClient();
  const acting = useMutation({
    mutationFn: (action: MilestoneAction) =>
      call(actOnMilestone, { params: { id: one.id }, body: { action } }),
    onSettled: () =>
      Promise.all(['duties', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
  const facts = (
    <>
      {one.name} <span className="duty-soft">{showDay(one.dueOn)}</span>
      {one.reachedOn ? <span className="duty-soft"> · {t.reached(showDay(one.reachedOn))}</span> : null}
      {one.isLate ? <span className="late"> · {t.late}</span> : null}
    </>
  );
  if (!maySet) return facts;
  return (
    <Group gap="xs" wrap="nowrap" align="start">
      <Checkbox
        checked={one.reachedOn !== null}
        aria-label={t.tick(one.name)}
        disabled={acting.isPending}
        onChange={() => acting.mutate(one.reachedOn ? 'reopen' : 'reach')}
      />
      <div style={{ flex: 1 }}>{facts}</div>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t.remove(one.name)}
        onClick={() => acting.mutate('remove')}
      >
        ✕
      </Button>
    </Group>
  );
}

function Add({ part }: { part: PartOfMilestones }) {
  const t = useWords(milestoneWords);
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const adding = useMutation({
    mutationFn: (body: { name: string; dueOn: string }) =>
      call(addMilestone, { params: { id: part.assignmentId }, body }),
    onSuccess: async () => {
      setOpen(false);
      await Promise.all(['duties', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
    meta: { shownOnPage: true },
  });
  if (!isOpen)
    return (
      <Button variant="default" size="compact-md" mt="xs" onClick={() => setOpen(true)}>
        {t.add}
      </Button>
    );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    adding.mutate({ name: String(given.get('name')).trim(), dueOn: String(given.get('dueOn')) });
  };
  return (
    <form onSubmit={submit} aria-label={t.add}>
      <Stack gap="sm" mt="sm" maw={560}>
        <TextInput name="name" label={t.name} required minLength={3} maxLength={200} data-autofocus />
        <DayField
          name="dueOn"
          label={t.day}
          required
          maw={240}
          {...(part.dueOn ? { max: part.dueOn, description: t.dayHelp(showDay(part.dueOn)) } : {})}
          error={adding.error?.message}
        />
        <Group gap="xs">
          <Button type="submit" loading={adding.isPending}>
            {t.save}
          </Button>
          <Button variant="default" onClick={() => setOpen(false)}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
