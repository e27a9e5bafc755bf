import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { Mistake, Part } from './part.tsx';
import { endAbsence, type ShownPerson, setAbsence } from './people.contract.ts';
import { peopleWords } from './people.words.ts';
import { todayHere } from './today-here.ts';
import { useSaving } from './use-saving.ts';

/** When the person is away and who stands in; whom they stand in for. */
export function PersonAbsences({ person }: { person: ShownPerson }) {
  const t = useWords(peopleWords);
  const shown = person.absences.filter(({ state }) => state !== 'past');
  return (
    <Part title={t.absences} id="absences">
      {shown.length ? (
        <ul className="person-lines">
          {shown.map((one) => (
            <AbsenceLine key={one.id} one={one} personId={person.id} />
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{t.noAbsences}</Text>
      )}
      {person.absenceIn.length ? <SetAbsence person={person} /> : null}
    </Part>
  );
}

function AbsenceLine({ one, personId }: { one: ShownPerson['absences'][number]; personId: string }) {
  const t = useWords(peopleWords);
  const saving = useSaving((id: string) => call(endAbsence, { params: { id } }), t.saved);
  const days = t.fromTo(showDay(one.from), showDay(one.to));
  return (
    <li>
      <Text>
        {one.personId === personId
          ? t.isAway(one.substituteName, days, one.agencyName)
          : t.standsIn(one.personName, days, one.agencyName)}
      </Text>
      {one.mayEnd ? (
        <Button size="xs" variant="default" loading={saving.isPending} onClick={() => saving.mutate(one.id)}>
          {t.endAbsence}
        </Button>
      ) : null}
      <Mistake error={saving.error} />
    </li>
  );
}

function SetAbsence({ person }: { person: ShownPerson }) {
  const t = useWords(peopleWords);
  const [opened, { open, close }] = useDisclosure(false);
  const [agencyId, setAgency] = useState(person.absenceIn[0]!.agencyId);
  const here = person.absenceIn.find((one) => one.agencyId === agencyId) ?? person.absenceIn[0]!;
  const saving = useSaving(
    (form: FormData) => {
      const of = (field: string) => String(form.get(field) ?? '');
      const body = {
        agencyId: here.agencyId,
        substituteId: of('substitute'),
        from: of('from'),
        to: of('to'),
      };
      return call(setAbsence, { params: { id: person.id }, body });
    },
    t.saved,
    close,
  );
  if (!opened)
    return (
      <Button variant="default" mt="sm" onClick={open}>
        {t.setAbsence}
      </Button>
    );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={submit}>
      <Stack mt="md" gap="sm">
        <Text fz="sm" c="dimmed">
          {t.absenceHelp}
        </Text>
        {person.absenceIn.length > 1 ? (
          <NativeSelect
            label={t.agency}
            value={agencyId}
            onChange={(event) => setAgency(event.currentTarget.value)}
            data={person.absenceIn.map((one) => ({ value: one.agencyId, label: one.agencyName }))}
          />
        ) : null}
        {here.substitutes.length ? (
          <NativeSelect
            name="substitute"
            label={t.substitute}
            required
            error={saving.errorAt('substituteId')}
            data={here.substitutes.map((one) => ({ value: one.id, label: one.name }))}
          />
        ) : (
          <Text>{t.noColleague}</Text>
        )}
        <Group align="start">
          <DayField name="from" label={t.absenceFrom} required defaultValue={todayHere()} />
          <DayField name="to" label={t.absenceTo} required error={saving.errorAt('to')} />
        </Group>
        <Group>
          <Button type="submit" loading={saving.isPending} disabled={!here.substitutes.length}>
            {t.setAbsence}
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
