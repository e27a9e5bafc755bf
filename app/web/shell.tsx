import { AppShell, Box, Burger, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { TwoStepNotice } from '#app/accounts/two-step/two-step-notice.tsx';
import { NoticeBell } from '#app/notices/notice-bell.tsx';
import { SearchBox } from '#app/search/search-box.tsx';
import { Shortcuts } from '#app/search/shortcuts.tsx';
import { AccountButton } from './account-button.tsx';
import { useWords } from './language.tsx';
import { Logo } from './logo.tsx';
import { type NavigationEntry, navigation } from './navigation.ts';
import { AwayBar } from './offline/away-bar.tsx';
import { PrintHeading } from './print-heading.tsx';
import { shellWords } from './shell.words.ts';
import { useViewer, viewerQuery } from './viewer.ts';

/** The pages of a signed-in person; one whose session has ended meanwhile is led back after signing in again. */
export function Shell() {
  const { viewer } = useSuspenseQuery(viewerQuery).data;
  const here = useRouterState({ select: (state) => state.location.href });
  return viewer ? <Frame /> : <Navigate to="/sign-in" search={{ returnTo: here } as never} />;
}

/** What every page hangs in: left navigation, search box, account. */
function Frame() {
  const t = useWords(shellWords);
  const [opened, { toggle, close }] = useDisclosure(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a phone's menu closes when the page changes.
  useEffect(close, [path]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <a className="skip-link" href="#content">
        {t.skip}
      </a>
      <AppShell.Header bg="river.8" c="white" style={{ border: 0 }}>
        <TopBar opened={opened} toggle={toggle} />
      </AppShell.Header>
      <AppShell.Navbar
        p="xs"
        component="nav"
        aria-label={t.navigation}
        bg="var(--paper)"
        style={{ overflowY: 'auto' }}
      >
        <Navigation path={path} />
      </AppShell.Navbar>
      <Shortcuts />
      <AppShell.Main id="content" tabIndex={-1}>
        <Box maw={1440} mx="auto">
          <PrintHeading />
          <AwayBar />
          <TwoStepNotice />
          <StandingIn />
          <Outlet />
        </Box>
      </AppShell.Main>
    </AppShell>
  );
}

/** Whoever acts with a colleague's role sees so on every page. */
function StandingIn() {
  const t = useWords(shellWords);
  const names = new Set(useViewer().memberships.flatMap(({ onBehalfOf }) => onBehalfOf?.name ?? []));
  return names.size ? (
    <Text className="standing-in" fz="sm" role="status">
      {t.instead([...names].join(', '))}
    </Text>
  ) : null;
}

function TopBar({ opened, toggle }: { opened: boolean; toggle: () => void }) {
  const t = useWords(shellWords);
  const viewer = useViewer();
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
      <Group gap="sm" wrap="nowrap">
        <Burger
          opened={opened}
          onClick={toggle}
          hiddenFrom="sm"
          size="sm"
          color="white"
          aria-label={t.menu}
          aria-expanded={opened}
        />
        <Link to="/" className="brand">
          <Logo size={30} />
          <span className="brand-name">{t.name}</span>
          <span className="brand-province">{viewer.tenantName}</span>
        </Link>
      </Group>
      <SearchBox />
      <Group gap={4} wrap="nowrap">
        <NoticeBell />
        <Account />
      </Group>
    </Group>
  );
}

function Navigation({ path }: { path: string }) {
  const t = useWords(shellWords);
  const viewer = useViewer();
  return navigation
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => entry.for?.(viewer) ?? true) }))
    .filter((group) => group.entries.length)
    .map(({ heading, entries }) => (
      <Box key={heading} role="group" aria-label={t.headings[heading]} mb="xs">
        {heading === 'work' ? null : (
          <Text fz="xs" fw={600} c="dimmed" px={12} pt={6} pb={2} aria-hidden>
            {t.headings[heading]}
          </Text>
        )}
        {entries.map((entry) => (
          <Entry key={entry.to} entry={entry} path={path} />
        ))}
      </Box>
    ));
}

function Entry({ entry: { to, label, icon: Icon }, path }: { entry: NavigationEntry; path: string }) {
  const t = useWords(shellWords);
  const active = to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
  return (
    <NavLink
      component={Link}
      to={to}
      label={t[label] as string}
      leftSection={<Icon size={19} stroke={1.6} />}
      active={active}
      aria-current={active ? 'page' : undefined}
      variant="light"
      py={6}
      style={{ borderRadius: 8 }}
      fw={active ? 600 : 400}
    />
  );
}

const AccountMenu = lazy(() =>
  import('./account-menu.tsx').then(({ AccountMenu: component }) => ({ default: component })),
);

/** The menu's script comes when somebody reaches for it: few do, and every first page would wait for it. */
function Account() {
  const [wanted, setWanted] = useState(false);
  const reach = () => void import('./account-menu.tsx');
  const button = <AccountButton onClick={() => setWanted(true)} onPointerEnter={reach} onFocus={reach} />;
  return wanted ? (
    <Suspense fallback={button}>
      <AccountMenu />
    </Suspense>
  ) : (
    button
  );
}
