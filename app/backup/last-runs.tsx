import { Badge, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#app/web/language.tsx';
import { showInstant, showNumber, showSize } from '#app/web/show.ts';
import type { BackupRun } from './backup.contract.ts';
import type { Backups } from './backup.page.tsx';
import { backupWords } from './backup.words.ts';

/** The newest archive that can be relied upon. */
export function LastGood({ backups }: { backups: Backups }) {
  const t = useWords(backupWords);
  const { lastGood: run, isOld, settings } = backups;
  if (!run) return <Card title={t.lastGood} when={t.noBackup} text={t.noBackupHelp(settings.at)} />;
  return (
    <Card
      title={t.lastGood}
      when={showInstant(run.startedAt)}
      badge={<State good={!isOld} label={isOld ? t.old : t.fresh} />}
    >
      <dl className="backup-facts">
        <Fact name={t.size}>{showSize(run.size ?? 0)}</Fact>
        <Fact name={t.rows}>{showNumber(run.rows ?? 0)}</Fact>
        <Fact name={t.files}>
          {run.files ? t.filesOf(showNumber(run.files), showSize(run.fileBytes ?? 0)) : '0'}
        </Fact>
        <Fact name={t.where}>
          <code>
            {run.place}/{run.archive}
          </code>
        </Fact>
        <Fact name={t.checksum}>
          <code>{run.sha256}</code>
        </Fact>
      </dl>
    </Card>
  );
}

export function LastDrill({ run }: { run: BackupRun | null }) {
  const t = useWords(backupWords);
  if (!run) return <Card title={t.lastDrill} when={t.noDrill} text={t.noDrillHelp} />;
  return (
    <Card
      title={t.lastDrill}
      when={showInstant(run.startedAt)}
      badge={<State good label={t.passed} />}
      text={t.drillSaid(run.archive ?? '', showNumber(run.rows ?? 0), showNumber(run.files ?? 0))}
    />
  );
}

function Card({
  title,
  when,
  badge,
  text,
  children,
}: {
  title: string;
  when: string;
  badge?: ReactNode;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <section className="paper" style={{ padding: 18 }}>
      <Group justify="space-between" align="start" mb={4}>
        <Title order={2} fz={16}>
          {title}
        </Title>
        {badge}
      </Group>
      <Text fz={24} fw={600} mb="xs">
        {when}
      </Text>
      {text ? <Text className="backup-breaks">{text}</Text> : null}
      {children}
    </section>
  );
}

const State = ({ good, label }: { good: boolean; label: string }) => (
  <Badge color={good ? 'river' : 'red'} variant="outline" tt="none" c="var(--mantine-color-text)">
    {label}
  </Badge>
);

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
