import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import './api.css';
import { apiWords } from './api.words.ts';
import { ApiOperation } from './api-operation.tsx';
import { useWords } from './language.tsx';
import { byTag, type Listed, type OpenApi } from './open-api.ts';
import { Empty, PageHeader, Waiting } from './page-states.tsx';

const address = '/api/openapi.json';
/** So many operations found are shown at once. */
const FEW = 60;

/** Every route of the program, read from the same declarations that the server answers by. */
export function ApiPage() {
  const t = useWords(apiWords);
  const navigate = useNavigate();
  const { text = '' } = useSearch({ strict: false }) as { text?: string };
  const { data, error } = useQuery({
    queryKey: ['api'],
    queryFn: async () => (await fetch(address)).json() as Promise<OpenApi>,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const groups = [...byTag(data)]
    .map(([tag, listed]) => [tag, listed.filter((one) => says(one, tag, text))] as const)
    .filter(([, listed]) => listed.length);
  const count = groups.reduce((sum, [, listed]) => sum + listed.length, 0);
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <Button component="a" href={address} variant="default" leftSection={<IconDownload size={18} />}>
          {t.raw}
        </Button>
      </PageHeader>
      <TextInput
        label={t.search}
        leftSection={<IconSearch size={16} />}
        value={text}
        maw={480}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ to: '/api', search: (value ? { text: value } : {}) as never, replace: true })
        }
      />
      <Text role="status" c="dimmed" mt={6} mb="md">
        {t.found(count)}
      </Text>
      {count ? null : <Empty title={t.none} />}
      <Stack gap="md">
        {groups.map(([tag, listed]) => (
          <ApiGroup key={tag} tag={tag} listed={listed} isFound={text !== '' && count <= FEW} />
        ))}
      </Stack>
    </>
  );
}

type Group = { tag: string; listed: Listed[]; isFound: boolean };

/** Some six hundred operations at once are slow to draw and nobody reads them so: a group opens when it is wanted. */
function ApiGroup({ tag, listed, isFound }: Group) {
  const [opened, setOpened] = useState(false);
  const isOpen = opened || isFound;
  return (
    <details
      className="paper api-group"
      open={isOpen}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>
        <Title order={2} fz={17} display="inline">
          {tag} <span className="api-count">{listed.length}</span>
        </Title>
      </summary>
      {isOpen ? listed.map((one) => <ApiOperation key={one.method + one.path} listed={one} />) : null}
    </details>
  );
}

const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');

const says = ({ method, path, operation }: Listed, tag: string, text: string): boolean => {
  const here = fold(`${method} ${path} ${operation.summary ?? ''} ${tag}`);
  return fold(text)
    .split(/\s+/)
    .every((word) => here.includes(word));
};
