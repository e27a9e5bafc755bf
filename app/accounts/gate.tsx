import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#app/web/language.tsx';
import { accountWords } from './account.words.ts';

/** The frame of the pages before the shell. */
export function Gate({ title, children }: { title: string; children: ReactNode }) {
  const t = useWords(accountWords);
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={400} gap="lg">
        <div>
          <Text fw={700} fz={28} c="var(--mantine-primary-color-light-color)" lh={1.2}>
            Nhịp Cầu
          </Text>
          <Text c="dimmed">{t.slogan}</Text>
        </div>
        <Paper className="paper" p="lg">
          <Title order={1} fz={22} mb="md">
            {title}
          </Title>
          {children}
        </Paper>
      </Stack>
    </Center>
  );
}
