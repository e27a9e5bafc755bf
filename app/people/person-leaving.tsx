import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { Mistake, Part } from './part.tsx';
import { endWork, type ShownPerson } from './people.contract.ts';
import { peopleWords } from './people.words.ts';
import { todayHere } from './today-here.ts';
import { useSaving } from './use-saving.ts';

/** Leaving an agency with a hand-over, or for good when there is nothing to hand over. */
export function PersonLeaving({ person }: { person: ShownPerson }) {
  const t = useWords(peopleWords);
  if (!person.handOverIn.length && !person.handOvers.length && !person.may.endWork) return null;
  return (
    <Part title={t.handOver} id="leaving">
      <Text fz="sm" c="dimmed">
        {t.handOverHelp}
      </Text>
      {person.handOvers.length ? (
        <ul className="person-lines">
          {person.handOvers.map((one) => (
            <li key={one.id}>
              <Anchor component={Link} to={`/hand-overs/${one.id}`}>
                {t.handOverOf(one.agencyName, showDay(one.lastDay))}
              </Anchor>
              <Text fz="sm">{t.handOverStates[one.state]}</Text>
            </li>
          ))}
        </ul>
      ) : null}
      <Group mt="sm">
        {person.handOverIn.map((one) => (
          <Button
            key={one.agencyId}
            component={Link}
            to={`/people/${person.id}/hand-over`}
            search={{ agency: one.agencyId } as never}
            variant="default"
          >
            {t.prepare(one.agencyName)}
          </Button>
        ))}
      </Group>
      {person.may.endWork ? <EndWork person={person} /> : null}
    </Part>
  );
}

function EndWork({ person }: { person: ShownPerson }) {
  const t = useWords(peopleWords);
  const saving = useSaving(
    (lastDay: string | null) => call(endWork, { params: { id: person.id }, body: { lastDay } }),
    t.saved,
  );
  if (person.endedOn)
    return (
      <>
        <Text mt="md">{t.leftOn(showDay(person.endedOn))}</Text>
        <Button variant="default" mt="xs" loading={saving.isPending} onClick={() => saving.mutate(null)}>
          {t.resumeWork}
        </Button>
        <Mistake error={saving.error} />
      </>
    );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate(String(new FormData(event.currentTarget).get('lastDay')));
  };
  return (
    <details style={{ marginTop: 12 }}>
      <summary>{t.endWork}</summary>
      <Text fz="sm" c="dimmed" mt="xs">
        {t.endWorkHelp}
      </Text>
      <form onSubmit={submit}>
        <Group align="end" mt="xs">
          <DayField name="lastDay" label={t.workLastDay} required defaultValue={todayHere()} />
          <Button type="submit" color="red" variant="outline" loading={saving.isPending}>
            {t.endWorkButton}
          </Button>
        </Group>
      </form>
      <Mistake error={saving.error} />
    </details>
  );
}
