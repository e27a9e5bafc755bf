import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { pushState, turnPushOff, turnPushOn } from './push.contract.ts';
import { settingsWords } from './settings.words.ts';

const isAble = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
/** The program's own worker, of which telling notices is a part: a browser has one for all pages. */
const WORKER = '/worker.js';
const findSubscription = async () => {
  const worker = await navigator.serviceWorker.getRegistration(WORKER);
  return (await worker?.pushManager.getSubscription()) ?? null;
};

/** Turns notices on this device on and off. */
export function DevicePush() {
  const t = useWords(settingsWords);
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['notices', 'push'],
    queryFn: async () => ({
      ...(await call(pushState, {})),
      isOnHere: isAble() && (await findSubscription()) !== null,
    }),
  });
  const done = (message: string) => {
    notifications.show({ message });
    return client.invalidateQueries({ queryKey: ['notices', 'push'] });
  };
  const turningOn = useMutation({
    mutationFn: async (publicKey: string) => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error(t.pushDenied);
      const worker = await navigator.serviceWorker.register(WORKER);
      await navigator.serviceWorker.ready;
      const subscription = await worker.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: publicKey,
      });
      const { endpoint, keys } = subscription.toJSON();
      await call(turnPushOn, {
        body: { endpoint: endpoint!, keys: { p256dh: keys!.p256dh!, auth: keys!.auth! } },
      });
    },
    onSuccess: () => done(t.pushDone),
  });
  const turningOff = useMutation({
    mutationFn: async (everywhere: boolean) => {
      const subscription = isAble() ? await findSubscription() : null;
      await call(turnPushOff, {
        body: everywhere || !subscription ? {} : { endpoint: subscription.endpoint },
      });
      await subscription?.unsubscribe();
    },
    onSuccess: () => done(t.pushEnded),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <Stack gap="xs">
      <Text>{t.pushHelp}</Text>
      <Text c="dimmed">{t.pushDevices(data.devices)}</Text>
      {isAble() ? null : <Text>{t.pushUnable}</Text>}
      <Group gap="xs">
        {isAble() && !data.isOnHere ? (
          <Button loading={turningOn.isPending} onClick={() => turningOn.mutate(data.publicKey)}>
            {t.pushOn}
          </Button>
        ) : null}
        {data.isOnHere ? (
          <Button variant="default" loading={turningOff.isPending} onClick={() => turningOff.mutate(false)}>
            {t.pushOff}
          </Button>
        ) : null}
        {data.devices ? (
          <Button variant="default" loading={turningOff.isPending} onClick={() => turningOff.mutate(true)}>
            {t.pushOffAll}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}
