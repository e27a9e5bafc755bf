import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { FormEvent } from 'react';
import type { Role } from '#app/platform/viewer.ts';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { shellWords } from '#app/web/shell.words.ts';
import { showDay } from '#app/web/show.ts';
import { Mistake, Part } from './part.tsx';
import { endRole, grantRole, type ShownPerson } from './people.contract.ts';
import { peopleWords } from './people.words.ts';
import { RoleChoice } from './role-choice.tsx';
import { todayHere } from './today-here.ts';
import { useSaving } from './use-saving.ts';

type Held = ShownPerson['roles'][number];

/** Roles by date, running ones first; given and ended by somebody else than their holder. */
export function PersonRoles({ person }: { person: ShownPerson }) {
  const t = useWords(peopleWords);
  return (
    <Part title={t.roles} id="roles">
      {person.roles.length ? (
        <ul className="person-lines">
          {person.roles.map((held) => (
            <RoleLine key={held.id} held={held} personId={person.id} />
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{t.noRoles}</Text>
      )}
      {person.grantable.length ? <GrantRole person={person} /> : null}
    </Part>
  );
}

function RoleLine({ held, personId }: { held: Held; personId: string }) {
  const t = useWords(peopleWords);
  const shell = useWords(shellWords);
  const days = held.to ? t.fromTo(showDay(held.from), showDay(held.to)) : t.since(showDay(held.from));
  return (
    <li>
      <div>
        <Text fw={held.state === 'past' ? 400 : 600}>
          {shell.roles[held.role]}, {held.agencyName}
        </Text>
        <Text fz="sm" c="dimmed">
          {t.roleStates[held.state]}, {days}
        </Text>
      </div>
      {held.mayEnd && held.state !== 'past' ? <EndRole held={held} personId={personId} /> : null}
    </li>
  );
}

function EndRole({ held, personId }: { held: Held; personId: string }) {
  const t = useWords(peopleWords);
  const [opened, { toggle, close }] = useDisclosure(false);
  const saving = useSaving(
    (lastDay: string | null) =>
      call(endRole, { params: { id: personId, roleId: held.id }, body: { lastDay } }),
    t.saved,
    close,
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate(String(new FormData(event.currentTarget).get('lastDay')));
  };
  return (
    <Popover
      opened={opened}
      onChange={(open) => (open ? undefined : close())}
      width={260}
      trapFocus
      withArrow
    >
      <Popover.Target>
        <Button size="xs" variant="default" onClick={toggle} aria-expanded={opened}>
          {t.endRole}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <DayField name="lastDay" label={t.lastDay} required defaultValue={held.to ?? todayHere()} />
          <Group mt="sm">
            <Button type="submit" size="xs" loading={saving.isPending}>
              {t.end}
            </Button>
            {held.to ? (
              <Button size="xs" variant="default" onClick={() => saving.mutate(null)}>
                {t.resume}
              </Button>
            ) : null}
          </Group>
          <Mistake error={saving.error} />
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function GrantRole({ person }: { person: ShownPerson }) {
  const t = useWords(peopleWords);
  const [opened, { open, close }] = useDisclosure(false);
  const saving = useSaving(
    (form: FormData) => {
      const of = (field: string) => String(form.get(field) ?? '');
      const body = {
        agencyId: of('agency'),
        role: of('role') as Role,
        from: of('from'),
        to: of('to') || null,
      };
      return call(grantRole, { params: { id: person.id }, body });
    },
    t.saved,
    close,
  );
  if (!opened)
    return (
      <Button variant="default" mt="sm" onClick={open}>
        {t.grant}
      </Button>
    );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={submit}>
      <Stack mt="md" gap="sm">
        <RoleChoice grantable={person.grantable} errorAt={saving.errorAt} />
        <Group align="end">
          <DayField name="from" label={t.from} required defaultValue={todayHere()} />
          <DayField name="to" label={t.to} error={saving.errorAt('to')} />
        </Group>
        <Group>
          <Button type="submit" loading={saving.isPending}>
            {t.grant}
          </Button>
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
        </Group>
        <Mistake error={saving.error} />
      </Stack>
    </form>
  );
}
