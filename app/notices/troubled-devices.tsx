import { Button, Group, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import { listTroubledDevices, retryDevice } from './push.contract.ts';
import { settingsWords } from './settings.words.ts';

const key = ['notices', 'push', 'troubled'];

/** Devices that could not be told, each tried again by hand; nothing where all is well. */
export function TroubledDevices({ mine }: { mine: boolean }) {
  const t = useWords(settingsWords);
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: key, queryFn: () => call(listTroubledDevices, {}) });
  const retrying = useMutation({
    mutationFn: (id: string) => call(retryDevice, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  const devices = data?.devices.filter(({ isMine }) => isMine || !mine) ?? [];
  if (!devices.length) return null;
  return (
    <section className={mine ? undefined : 'paper'} style={mine ? undefined : { padding: '14px 18px' }}>
      <Title order={mine ? 3 : 2} fz={mine ? 'md' : 'lg'} mb="xs">
        {t.troubled}
      </Title>
      <ul className="notice-list" aria-label={t.troubled}>
        {devices.map((device) => {
          const name = t.deviceOf(device.personName, showInstant(device.madeAt));
          return (
            <li key={device.id} className="notice" style={{ paddingInline: 0 }}>
              <div className="notice-words">
                <Text fw={500}>{name}</Text>
                <Text fz="sm" c="dimmed">
                  {device.givenUpAt
                    ? t.givenUp(showInstant(device.givenUpAt), device.failures)
                    : t.triedAgain(device.nextAttemptAt ? showInstant(device.nextAttemptAt) : '')}{' '}
                  {device.lastFault}
                </Text>
              </div>
              <Group>
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={t.retryOf(name)}
                  onClick={() => retrying.mutate(device.id)}
                >
                  {t.retry}
                </Button>
              </Group>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
