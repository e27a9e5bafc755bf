import { Alert, Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDatabaseExport, IconRotateClockwise } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showInstant } from '#app/web/show.ts';
import { type BackupRun, showBackups, startBackup, startDrill } from './backup.contract.ts';
import { backupWords } from './backup.words.ts';
import { BackupGuide } from './backup-guide.tsx';
import { BackupHistory } from './backup-history.tsx';
import { LastDrill, LastGood } from './last-runs.tsx';
import { RunProgress } from './run-progress.tsx';
import './backup.css';

export type Backups = Answer<typeof showBackups>;

const WHILE_RUNNING = 1_000;
const OTHERWISE = 30_000;

/** When the last good backup was made and the last drill passed, what failed, and how to restore. */
export function BackupPage() {
  const t = useWords(backupWords);
  const { data, error } = useQuery({
    queryKey: ['backups'],
    queryFn: () => call(showBackups, {}),
    refetchInterval: (query) => (query.state.data?.running ? WHILE_RUNNING : OTHERWISE),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <Begin backups={data} />
      </PageHeader>
      <Stack>
        {data.running ? <RunProgress run={data.running} /> : null}
        <Warnings backups={data} />
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <LastGood backups={data} />
          <LastDrill run={data.lastDrill} />
        </SimpleGrid>
        <BackupGuide backups={data} />
        <BackupHistory runs={data.recent} />
      </Stack>
    </>
  );
}

function Begin({ backups }: { backups: Backups }) {
  const t = useWords(backupWords);
  const client = useQueryClient();
  const begin = useMutation({
    mutationFn: (kind: BackupRun['kind']) => call(kind === 'backup' ? startBackup : startDrill, {}),
    onSuccess: () => notifications.show({ message: t.begun }),
    onSettled: () => client.invalidateQueries({ queryKey: ['backups'] }),
  });
  const busy = begin.isPending || backups.running !== null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconRotateClockwise size={18} />}
        disabled={busy || !backups.lastGood}
        onClick={() => begin.mutate('drill')}
      >
        {t.drill}
      </Button>
      <Button
        leftSection={<IconDatabaseExport size={18} />}
        disabled={busy}
        onClick={() => begin.mutate('backup')}
      >
        {t.backUp}
      </Button>
    </>
  );
}

/** What an administrator must look at, most pressing first. */
function Warnings({ backups }: { backups: Backups }) {
  const t = useWords(backupWords);
  const { lastGood, failed, isOld, settings, running } = backups;
  const newest = (kind: BackupRun['kind']) => failed.find((run) => run.kind === kind);
  const said = [
    isOld && lastGood && !running ? t.oldWarning(settings.at) : null,
    lastGood && !lastGood.isThere ? t.gone(lastGood.archive ?? '', lastGood.place ?? '') : null,
    ...[newest('backup'), newest('drill')].map((run) =>
      run
        ? t.failedRun(
            run.kind === 'backup' ? t.backupName : t.drillName,
            showInstant(run.startedAt),
            run.failure ?? '',
          )
        : null,
    ),
    lastGood?.unusable ? t.unusable(lastGood.unusable) : null,
  ].filter((one) => one !== null);
  return said.map((sentence) => (
    <Alert key={sentence} color="red" variant="light" role="alert">
      <Text c="var(--mantine-color-text)">{sentence}</Text>
    </Alert>
  ));
}
