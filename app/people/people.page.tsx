import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch, IconTableImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { roles } from '#app/platform/viewer.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { shellWords } from '#app/web/shell.words.ts';
import { AddPerson } from './add-person.tsx';
import { peopleStates } from './people.contract.ts';
import { type PeopleView, peopleQuery } from './people.queries.ts';
import { peopleWords } from './people.words.ts';
import { PersonList } from './person-list.tsx';

/** Who works where: found by any word, added, invited, followed until they leave. */
export function PeoplePage() {
  const t = useWords(peopleWords);
  const view = useSearch({ strict: false }) as PeopleView;
  const { data, error } = useQuery(peopleQuery(view));
  const [adding, { open, close }] = useDisclosure(false);
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <Button component={Link} to="/hand-overs" variant="default">
          {t.handOvers}
        </Button>
        {data.grantable.length ? (
          <>
            <Button
              component={Link}
              to="/people/import"
              variant="default"
              leftSection={<IconTableImport size={16} />}
            >
              {t.import}
            </Button>
            <Button leftSection={<IconPlus size={16} />} onClick={open}>
              {t.add}
            </Button>
          </>
        ) : null}
      </PageHeader>
      <Filters view={view} agencies={data.agencies} />
      <Text c="dimmed" fz="sm" mb="xs" role="status">
        {data.hasMore ? t.more(data.people.length) : t.count(data.people.length)}
      </Text>
      {data.people.length ? (
        <PersonList people={data.people} idleDays={data.idleDays} />
      ) : (
        <Empty title={t.none}>
          <Text>{t.noneHelp}</Text>
        </Empty>
      )}
      <AddPerson opened={adding} close={close} grantable={data.grantable} />
    </>
  );
}

function Filters({ view, agencies }: { view: PeopleView; agencies: { id: string; name: string }[] }) {
  const t = useWords(peopleWords);
  const shell = useWords(shellWords);
  const navigate = useNavigate();
  const look = (change: Partial<PeopleView>) => {
    const next = Object.entries({ ...view, ...change }).filter(([, value]) => value);
    void navigate({ to: '/people', search: Object.fromEntries(next) as never, replace: true });
  };
  return (
    <Group mb="md" align="end" gap="sm">
      <TextInput
        label={t.search}
        placeholder={t.searchHint}
        defaultValue={view.text ?? ''}
        leftSection={<IconSearch size={16} />}
        onChange={(event) => look({ text: event.currentTarget.value.trim() })}
        style={{ flex: '2 1 260px' }}
      />
      {agencies.length > 1 ? (
        <NativeSelect
          label={t.agency}
          value={view.agency ?? ''}
          onChange={(event) => look({ agency: event.currentTarget.value })}
          data={[
            { value: '', label: t.allAgencies },
            ...agencies.map((a) => ({ value: a.id, label: a.name })),
          ]}
          style={{ flex: '1 1 200px' }}
        />
      ) : null}
      <NativeSelect
        label={t.role}
        value={view.role ?? ''}
        onChange={(event) => look({ role: event.currentTarget.value })}
        data={[{ value: '', label: t.allRoles }, ...roles.map((r) => ({ value: r, label: shell.roles[r] }))]}
      />
      <NativeSelect
        label={t.state}
        value={view.state ?? ''}
        onChange={(event) => look({ state: event.currentTarget.value as never })}
        data={[
          { value: '', label: t.allStates },
          ...peopleStates.map((s) => ({ value: s, label: t.states[s] })),
        ]}
      />
    </Group>
  );
}
