import { Anchor, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { listDutyLetters } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';
import { useStarting } from './use-starting.ts';

type Props = { dutyId: string; section: (props: { title: string; children: ReactNode }) => ReactNode };

/** Letters about a duty on its page, and a new one in two clicks; nothing where there is neither. */
export function DutyLetters({ dutyId, section }: Props) {
  const t = useWords(letterWords);
  const starting = useStarting();
  const { data, refetch } = useQuery({
    queryKey: ['letters', 'duty', dutyId],
    queryFn: () => call(listDutyLetters, { params: { id: dutyId } }),
  });
  if (!data || (!data.letters.length && !data.mayWrite)) return null;
  return section({
    title: t.onDuty,
    children: (
      <Stack gap="sm">
        {data.letters.length ? null : <Text>{t.noneOnDuty}</Text>}
        {data.letters.map((one) => (
          <div key={one.id}>
            <Anchor component={Link} to={`/letters/${one.id}`}>
              {[one.symbol ?? t.noSymbol, one.title].join(': ')}
            </Anchor>
            <Text fz="sm" c="dimmed">
              {[t.kinds[one.draftKind], t.states[one.state], one.dated && showDay(one.dated)]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </div>
        ))}
        {data.mayWrite ? (
          <Group>
            {/* What was decided on this page a moment ago may be written about. */}
            <Menu onOpen={() => void refetch()}>
              <Menu.Target>
                <Button variant="default" loading={starting.isPending}>
                  {t.newOnDuty}
                </Button>
              </Menu.Target>
              <Menu.Dropdown mah={360} maw={360} style={{ overflowY: 'auto' }}>
                {data.urges.map(({ agencyId, agencyName, why }) => (
                  <Menu.Item
                    key={agencyId}
                    onClick={() => starting.mutate({ draftKind: 'urge', agencyId, dutyId })}
                  >
                    {t.kinds.urge}: {agencyName}
                    <Text fz="sm" c="dimmed">
                      {t.urgedFor[why]}
                    </Text>
                  </Menu.Item>
                ))}
                {data.extensions.map((one) => (
                  <Menu.Item
                    key={one.id}
                    onClick={() => starting.mutate({ draftKind: 'extension', extensionId: one.id })}
                  >
                    {t.kinds.extension}: {one.agencyName}
                  </Menu.Item>
                ))}
                {data.difficulties.map((one) => (
                  <Menu.Item
                    key={one.id}
                    onClick={() => starting.mutate({ draftKind: one.writes, difficultyId: one.id })}
                  >
                    {t.kinds[one.writes]}: {one.agencyName}
                  </Menu.Item>
                ))}
                {(['assign', 'invite', 'ask'] as const).map((draftKind) => (
                  <Menu.Item key={draftKind} onClick={() => starting.mutate({ draftKind, dutyId })}>
                    {t.kinds[draftKind]}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </Group>
        ) : null}
      </Stack>
    ),
  });
}
