import { SimpleGrid, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#app/web/language.tsx';
import type { Backups } from './backup.page.tsx';
import { backupWords } from './backup.words.ts';

/** When and where, the key, and how to restore: what somebody reads on the day the machine is gone. */
export function BackupGuide({ backups: { settings, lastGood } }: { backups: Backups }) {
  const t = useWords(backupWords);
  const file = lastGood?.archive ?? 'nhipcau-….tar.zst.age';
  const isPassphrase = settings.lock === 'passphrase';
  const keySaid = {
    own: t.keyOwn(settings.identityFile),
    recipients: t.keyRecipients(settings.identityFile),
    passphrase: t.keyPassphrase,
  }[settings.lock];
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Section title={t.how}>
        <ol className="backup-steps">
          <li>{t.howSteps.first}</li>
          <li>
            {isPassphrase ? t.howSteps.secondPassphrase : t.howSteps.second}{' '}
            <code>
              bin/nhipcau restore {file}
              {isPassphrase ? '' : ' --identity backup-identity.txt'}
            </code>
          </li>
          <li>{t.howSteps.third}</li>
        </ol>
      </Section>
      <Section title={t.schedule}>
        <Text className="backup-breaks">{t.scheduleSaid(settings.at, settings.folder)}</Text>
        <Text mt="xs">{t.keepSaid(settings.daily, settings.weekly, settings.monthly)}</Text>
        {settings.isBesideData ? <Text mt="xs">{t.besideData}</Text> : null}
        <Title order={3} fz={15} mt="md" mb={4}>
          {t.key}
        </Title>
        <Text className="backup-breaks">{keySaid}</Text>
      </Section>
    </SimpleGrid>
  );
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="paper" style={{ padding: 18 }}>
    <Title order={2} fz={16} mb="xs">
      {title}
    </Title>
    {children}
  </section>
);
