import { Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LedgerOf } from '#app/ledger/ledger-of.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { ExceptionForm } from './exception-form.tsx';
import { changeGroup, endException, type GroupShown, type GroupsShown } from './group.contract.ts';
import { groupWords } from './group.words.ts';
import { GroupForm } from './group-form.tsx';
import { useSaved } from './use-saved.ts';

type Props = { data: GroupsShown; group: GroupShown };

export function OneGroup({ data, group }: Props) {
  const t = useWords(groupWords);
  return (
    <Stack gap="md" miw={0}>
      <Rule data={data} group={group} />
      <section className="paper groups-part" aria-labelledby="group-members">
        <Title order={3} fz={16} id="group-members">
          {t.members(group.members.length)}
        </Title>
        {group.members.length ? (
          <ul className="groups-members">
            {group.members.map((member) => (
              <li key={member.id}>
                <Anchor component={Link} to={`/agencies/${member.id}`} c="inherit" underline="hover">
                  {member.name}
                </Anchor>
                {member.isAdded ? <span className="groups-soft"> ({t.added})</span> : null}
              </li>
            ))}
          </ul>
        ) : (
          <>
            <Text>{t.noMembers}</Text>
            <Text c="dimmed">{t.noMembersHelp}</Text>
          </>
        )}
      </section>
      <Exceptions data={data} group={group} />
      <section className="paper groups-part" aria-labelledby="group-history">
        <Title order={3} fz={16} id="group-history">
          {t.history}
        </Title>
        {group.id ? (
          <LedgerOf subjectKind="agency-group" subjectId={group.id} />
        ) : (
          <Text c="dimmed">{t.noHistory}</Text>
        )}
      </section>
    </Stack>
  );
}

function Rule({ data, group }: Props) {
  const t = useWords(groupWords);
  const [editing, { open, close }] = useDisclosure(false);
  const saved = useSaved(group.id);
  const putAway = useMutation({
    mutationFn: (isRemoved: boolean) => {
      const { key, name, phrases, kinds, hierarchy, belowId } = group;
      return call(changeGroup, {
        params: { key },
        body: { name, phrases, kinds, hierarchy, belowId, isRemoved },
      });
    },
    onSuccess: saved,
  });
  const rule = [
    group.kindNames.length ? t.everyone(group.kindNames.join('; ')) : t.nobody,
    group.belowName ? t.below(group.belowName) : null,
    group.withoutNames.length ? t.without(group.withoutNames.join('; ')) : null,
  ];
  return (
    <section className="paper groups-part" aria-labelledby="group-name">
      <Group justify="space-between" align="start" gap="sm">
        <Title order={2} fz={20} id="group-name">
          {group.name}
        </Title>
        {data.mayKeep ? (
          <Group gap="xs">
            <Button size="sm" variant="default" onClick={open}>
              {t.edit}
            </Button>
            <Button
              size="sm"
              variant="subtle"
              loading={putAway.isPending}
              onClick={() => putAway.mutate(!group.isRemoved)}
              title={t.putAwayHelp}
            >
              {group.isRemoved ? t.takeBack : t.putAway}
            </Button>
          </Group>
        ) : null}
      </Group>
      <dl className="groups-facts">
        <dt>{t.rule}</dt>
        <dd>
          {rule.filter(Boolean).join(', ')}.
          {group.belowName ? null : <div className="groups-soft">{t.notBelow}</div>}
        </dd>
        <dt>{t.printedAs}</dt>
        <dd className="document-text">{group.phrases.map((phrase) => `“${phrase}”`).join(', ') || '–'}</dd>
      </dl>
      {data.mayKeep ? (
        <GroupForm data={data} group={group} opened={editing} close={close} saved={() => {}} />
      ) : null}
    </section>
  );
}

function Exceptions({ data, group }: Props) {
  const t = useWords(groupWords);
  const [adding, { open, close }] = useDisclosure(false);
  const saved = useSaved(group.id);
  const ending = useMutation({
    mutationFn: (id: string) => call(endException, { params: { key: group.key, id } }),
    onSuccess: saved,
  });
  const day = (value: string | null) => value && showDay(value);
  return (
    <section className="paper groups-part" aria-labelledby="group-exceptions">
      <Group justify="space-between" align="center" gap="sm">
        <Title order={3} fz={16} id="group-exceptions">
          {t.exceptions}
        </Title>
        {data.mayKeep ? (
          <Button size="sm" onClick={open}>
            {t.addException}
          </Button>
        ) : null}
      </Group>
      {group.exceptions.length ? (
        <ul className="groups-exceptions">
          {group.exceptions.map((one) => (
            <li key={one.id}>
              <div>
                <Badge variant="default" tt="none" fw={500}>
                  {t.kind[one.kind]}
                </Badge>{' '}
                <b>{one.agencyName}</b>, {t.period(day(one.validFrom), day(one.validTo))}
                {one.holds ? null : <span className="groups-soft"> ({t.ended})</span>}
                <div className="groups-soft">{one.reason}</div>
              </div>
              {data.mayKeep && one.holds && data.isToday ? (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t.endOf(one.agencyName)}
                  title={t.endHelp}
                  loading={ending.isPending && ending.variables === one.id}
                  onClick={() => ending.mutate(one.id)}
                >
                  {t.end}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{t.noExceptions}</Text>
      )}
      {data.mayKeep ? <ExceptionForm data={data} group={group} opened={adding} close={close} /> : null}
    </section>
  );
}
