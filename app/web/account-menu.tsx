import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconApi, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { AccountButton } from './account-button.tsx';
import { useLanguage, useWords } from './language.tsx';
import { shellWords } from './shell.words.ts';
import { useViewer } from './viewer.ts';

/** When the menu is gone from the page, in milliseconds. */
const CLOSED = 250;

/** What one does about oneself; it opens as it comes. */
export function AccountMenu() {
  const t = useWords(shellWords);
  const viewer = useViewer();
  const button = useRef<HTMLButtonElement>(null);
  // It opens as it comes, so that Mantine does not know where the focus was before.
  const back = () => document.activeElement === document.body && button.current?.focus();
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark';
  return (
    <Menu onClose={() => setTimeout(back, CLOSED)} position="bottom-end" width={270} defaultOpened>
      <Menu.Target>
        <AccountButton ref={button} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label c="var(--ink-soft)">
          {viewer.memberships.map((m) => (
            <div key={m.agencyId + m.role + m.onBehalfOf?.personId}>
              {t.roles[m.role]}, {m.agencyName}
              {m.onBehalfOf ? ` (${t.actsFor(m.onBehalfOf.name)})` : ''}
            </div>
          ))}
        </Menu.Label>
        <Menu.Item
          leftSection={dark ? <IconSun size={16} /> : <IconMoon size={16} />}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {dark ? t.light : t.dark}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLanguage size={16} />}
          onClick={() => choose(language === 'vi' ? 'en' : 'vi')}
        >
          {t.otherLanguage}
        </Menu.Item>
        <Menu.Item component={Link} to="/api" leftSection={<IconApi size={16} />}>
          {t.api}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account">
          {t.myAccount}
        </Menu.Item>
        <Menu.Item component={Link} to={`/people/${viewer.personId}`}>
          {t.myPage}
        </Menu.Item>
        <Menu.Item component={Link} to="/hand-overs">
          {t.handOvers}
        </Menu.Item>
        <Menu.Item component={Link} to="/my-data">
          {t.myData}
        </Menu.Item>
        <Menu.Item component={Link} to="/sign-out">
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
