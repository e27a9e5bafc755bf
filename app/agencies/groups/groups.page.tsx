import { Anchor, Badge, Button, Group, NavLink, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import { type GroupShown, type GroupsShown, showGroups } from './group.contract.ts';
import { groupWords } from './group.words.ts';
import { GroupForm } from './group-form.tsx';
import { OneGroup } from './one-group.tsx';
import './groups.css';

type View = { group?: string; asOf?: string };

const groupsQuery = (asOf?: string) =>
  queryOptions({
    queryKey: ['agencies', 'groups', asOf ?? 'today'],
    queryFn: () => call(showGroups, { query: { asOf } }),
    placeholderData: (previous) => previous,
  });

/** Whom 'các sở, ban, ngành' means: every group with its rule, its exceptions and its members on a day. */
export function GroupsPage() {
  const t = useWords(groupWords);
  const { group: key, asOf } = useSearch({ strict: false }) as View;
  const navigate = useNavigate();
  const [adding, { open, close }] = useDisclosure(false);
  const { data, error } = useQuery(groupsQuery(asOf));
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const look = (view: View) =>
    void navigate({
      to: '/agencies/groups',
      search: Object.fromEntries(
        Object.entries({ group: key, asOf, ...view }).filter(([, value]) => value),
      ) as never,
      replace: true,
    });
  const shown = data.groups.find((group) => group.key === key) ?? data.groups[0]!;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <Button component={Link} to="/agencies" variant="default">
          {t.toRegister}
        </Button>
        {data.mayKeep ? (
          <Button leftSection={<IconPlus size={18} />} onClick={open}>
            {t.put}
          </Button>
        ) : null}
      </PageHeader>
      <Group mb="md" align="end">
        <DayField label={t.asOf} value={data.day} onChange={(day) => look({ asOf: day })} />
        {data.isToday ? null : (
          <Text role="status" pb={8}>
            {t.onDay(showDay(data.day))}{' '}
            <Anchor component="button" type="button" onClick={() => look({ asOf: '' })}>
              {t.today}
            </Anchor>
          </Text>
        )}
      </Group>
      <div className="groups-page">
        <GroupList data={data} shown={shown} choose={(group) => look({ group })} />
        <OneGroup key={shown.key} data={data} group={shown} />
      </div>
      {data.mayKeep ? (
        <GroupForm
          data={data}
          group={null}
          opened={adding}
          close={close}
          saved={(group) => look({ group })}
        />
      ) : null}
    </>
  );
}

type ListProps = { data: GroupsShown; shown: GroupShown; choose: (key: string) => void };

function GroupList({ data, shown, choose }: ListProps) {
  const t = useWords(groupWords);
  return (
    <nav className="paper groups-list" aria-label={t.groups}>
      <Title order={2} fz={16} px="sm" pt="sm" pb={4}>
        {t.groups}
      </Title>
      {data.groups.map((group) => (
        <NavLink
          key={group.key}
          component="button"
          type="button"
          active={group.key === shown.key}
          aria-current={group.key === shown.key ? 'true' : undefined}
          onClick={() => choose(group.key)}
          label={group.name}
          description={t.count(group.members.length)}
          rightSection={<Mark group={group} />}
        />
      ))}
    </nav>
  );
}

/** How a group differs from what is shipped. */
function Mark({ group }: { group: GroupShown }) {
  const t = useWords(groupWords);
  const word = group.isRemoved ? t.removed : !group.isShipped ? t.own : group.id ? t.changed : null;
  return word ? (
    <Badge variant="default" tt="none" fw={400}>
      {word}
    </Badge>
  ) : null;
}
