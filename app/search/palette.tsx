import '@mantine/spotlight/styles.css';
import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import {
  IconKeyboard,
  IconLanguage,
  IconMoon,
  IconPointer,
  IconSearch,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { plainFolded } from '#app/agencies/printed-words.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { navigation } from '#app/web/navigation.ts';
import { shellWords } from '#app/web/shell.words.ts';
import { useViewer } from '#app/web/viewer.ts';
import { HitLines } from './hit-lines.tsx';
import { actionsOnPage } from './page-actions.ts';
import { searchQuery } from './search.queries.ts';
import { searchWords } from './search.words.ts';

const [store, spotlight] = createSpotlight();

type Command = { id: string; label: string; description?: string; icon: ReactNode; run: () => void };

/** Actions of the page that are shown before anything is typed. */
const FIRST_HERE = 8;

/** Every page, what can be done from anywhere, and what is searched for, by keyboard. */
export function Palette({ close, showKeys }: { close: () => void; showKeys: () => void }) {
  const t = useWords(searchWords);
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 150);
  const { data } = useQuery(searchQuery(asked, { most: 4 }));
  const groups = query.trim().length > 1 ? (data?.groups ?? []) : [];
  const pages = usePages().filter(({ label }) => fits(label, query));
  const actions = useActions(showKeys).filter(({ label }) => fits(label, query));
  const here = useActionsHere().filter(({ label, description }) => fits(`${label} ${description}`, query));
  useEffect(() => {
    spotlight.open();
  }, []);
  // The list scrolls: it is reached by Tab too. Its type leaves out that it is a ScrollArea.
  const list = {
    mah: 'min(70vh, 560px)',
    viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t.results },
  };
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={close}
      shortcut={null}
      attributes={{ content: { 'aria-label': t.palette } }}
    >
      <Spotlight.Search
        placeholder={t.paletteHint}
        aria-label={t.paletteHint}
        leftSection={<IconSearch size={18} />}
      />
      <Spotlight.ActionsList {...list}>
        <Commands label={t.onThisPage} commands={query ? here : here.slice(0, FIRST_HERE)} />
        <Commands label={t.pages} commands={pages} />
        <Commands label={t.actions} commands={actions} />
        {groups.map(({ kind, hits }) => (
          <Spotlight.ActionsGroup key={kind} label={t.kinds[kind]}>
            {hits.map((hit) => (
              <Spotlight.Action
                key={hit.id}
                className="search-option"
                onClick={() => void navigate({ to: hit.to })}
              >
                <div>
                  <HitLines hit={hit} />
                </div>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {here.length + pages.length + actions.length + groups.length ? null : (
          <Spotlight.Empty>{t.nothing}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function Commands({ label, commands }: { label: string; commands: Command[] }) {
  return commands.length ? (
    <Spotlight.ActionsGroup label={label}>
      {commands.map((command) => (
        <Spotlight.Action
          key={command.id}
          label={command.label}
          {...(command.description ? { description: command.description } : {})}
          leftSection={command.icon}
          onClick={command.run}
        />
      ))}
    </Spotlight.ActionsGroup>
  ) : null;
}

/** Every word typed begins a word of the label, without case and diacritics. */
const fits = (label: string, query: string): boolean => {
  const words = plainFolded(label);
  return plainFolded(query).every((asked) => words.some((word) => word.startsWith(asked)));
};

/** The actions of the record in view, as they are when the palette opens. */
function useActionsHere(): Command[] {
  const [actions] = useState(() => actionsOnPage(document.querySelector('main') ?? document));
  return actions.map(({ id, label, under, press }) => ({
    id: `here ${id}`,
    label,
    description: under ?? '',
    icon: <IconPointer size={20} stroke={1.6} />,
    // After the palette has closed and given the focus back.
    run: () => setTimeout(press, 250),
  }));
}

function usePages(): Command[] {
  const t = useWords(shellWords);
  const viewer = useViewer();
  const navigate = useNavigate();
  return navigation
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.for?.(viewer) ?? true)
    .map(({ to, label, icon: Icon }) => ({
      id: to,
      label: t[label] as string,
      icon: <Icon size={20} stroke={1.6} />,
      run: () => void navigate({ to }),
    }));
}

function useActions(showKeys: () => void): Command[] {
  const t = useWords(searchWords);
  const navigate = useNavigate();
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark = colorScheme === 'dark';
  return [
    {
      id: 'scheme',
      label: isDark ? t.light : t.dark,
      icon: isDark ? <IconSun size={20} /> : <IconMoon size={20} />,
      run: () => setColorScheme(isDark ? 'light' : 'dark'),
    },
    {
      id: 'language',
      label: t.otherLanguage,
      icon: <IconLanguage size={20} />,
      run: () => choose(language === 'vi' ? 'en' : 'vi'),
    },
    {
      id: 'account',
      label: t.myAccount,
      icon: <IconUserCircle size={20} />,
      run: () => void navigate({ to: '/account' }),
    },
    { id: 'keys', label: t.shortcuts, icon: <IconKeyboard size={20} />, run: () => setTimeout(showKeys) },
  ];
}
