import { Button, Center, Loader, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useWords } from './language.tsx';
import { useAway } from './offline/away.ts';
import { shellWords } from './shell.words.ts';

/** Heading of a page with its actions on the right. Every page has exactly one. */
export function PageHeader({
  title,
  children,
  lead,
}: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header
      style={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 12,
        alignItems: 'end',
        justifyContent: 'space-between',
        marginBottom: 16,
      }}
    >
      <div>
        <Title order={1} fz={{ base: 22, sm: 26 }}>
          {title}
        </Title>
        {lead ? (
          <Text c="dimmed" mt={4}>
            {lead}
          </Text>
        ) : null}
      </div>
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>{children}</div>
    </header>
  );
}

export function Waiting() {
  const t = useWords(shellWords);
  return (
    <Center mih={160} role="status" aria-label={t.loading}>
      <Loader />
    </Center>
  );
}

/** A list with nothing in it says why, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack className="paper" align="center" gap="xs" p="xl">
      <Text fw={600}>{title}</Text>
      {children}
    </Stack>
  );
}

/**
 * A page that did not come: its first answer, or its own script. It is asked for again as soon as the server is back,
 * and when its reader says so; an answer that failed is forgotten first, or it would fail again unasked.
 */
export function PageFailed({ error, reset }: { error: Error; reset: () => void }) {
  const t = useWords(shellWords);
  const client = useQueryClient();
  const isAway = useAway();
  const [wasAway] = useState(isAway);
  const retry = useCallback(() => {
    if (isUnkept(error)) return location.reload();
    client.removeQueries({ predicate: ({ state }) => state.status === 'error' });
    reset();
  }, [error, client, reset]);
  useEffect(() => {
    if (wasAway && !isAway) retry();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [wasAway, isAway, retry]);
  useEffect(() => {
    if (isUnkept(error) && navigator.onLine && mayReload()) location.reload();
  }, [error]);
  return (
    <Stack role="alert" className="paper" align="center" p="xl" m="md">
      <Title order={1} fz={22}>
        {t.failed}
      </Title>
      <Text>{isUnkept(error) ? t.notKept : error.message}</Text>
      <Button onClick={retry}>{t.retry}</Button>
    </Stack>
  );
}

/** The page's own script or style did not come: browsers say so each in their own words. */
const isUnkept = ({ message }: Error) =>
  /dynamically imported module|module script|preload CSS/i.test(message);

/** A new build has other scripts than the one that stands open: it is loaded anew, and not over and over. */
function mayReload(): boolean {
  const last = Number(sessionStorage.getItem('nhipcau.reloaded'));
  if (Date.now() - last < 60_000) return false;
  sessionStorage.setItem('nhipcau.reloaded', String(Date.now()));
  return true;
}

export function NoSuchPage() {
  const t = useWords(shellWords);
  return (
    <Stack align="center" p="xl">
      <Title order={1} fz={22}>
        {t.notFound}
      </Title>
      <Text>{t.notFoundHelp}</Text>
      <Button component={Link} to="/">
        {t.home}
      </Button>
    </Stack>
  );
}
