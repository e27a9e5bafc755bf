import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { AddAgency } from './add-agency.tsx';
import { registerQuery } from './agency.queries.ts';
import { agencyWords } from './agency.words.ts';
import { AgencyList } from './agency-list.tsx';
import { foldWords, plainFolded } from './printed-words.ts';
import { TryName } from './try-name.tsx';

type View = { text?: string; kind?: string; users?: string };

/** The register: who can be given work, by kind, found by any name ever held. */
export function AgenciesPage() {
  const t = useWords(agencyWords);
  const { text = '', kind = '', users = '' } = useSearch({ strict: false }) as View;
  const navigate = useNavigate();
  const [adding, { open, close }] = useDisclosure(false);
  const { data, error } = useQuery(registerQuery);
  if (error) throw error;
  if (!data) return <Waiting />;
  const look = (view: View) =>
    void navigate({
      to: '/agencies',
      search: Object.fromEntries(
        Object.entries({ text, kind, users, ...view }).filter(([, value]) => value),
      ) as never,
      replace: true,
    });
  const shown = data.agencies.filter(
    (agency) =>
      (!kind || agency.kind === kind) &&
      (users !== 'none' || agency.people === 0) &&
      agency.names.some((name) => isFoundIn(name, text)),
  );
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        {data.mayKeep ? (
          <Button leftSection={<IconPlus size={18} />} onClick={open}>
            {t.add}
          </Button>
        ) : null}
      </PageHeader>
      <Group mb="md" align="end">
        <TextInput
          label={t.search}
          placeholder={t.searchHint}
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => look({ text: event.currentTarget.value })}
          style={{ flex: '1 1 260px', maxWidth: 480 }}
        />
        <NativeSelect
          label={t.kind}
          value={kind}
          onChange={(event) => look({ kind: event.currentTarget.value })}
          data={[
            { value: '', label: t.allKinds },
            ...data.kinds
              .filter((one) => one.count)
              .map((one) => ({ value: one.kind, label: `${one.name} (${one.count})` })),
          ]}
        />
        <Checkbox
          label={t.withoutUsers}
          checked={users === 'none'}
          onChange={(event) => look({ users: event.currentTarget.checked ? 'none' : '' })}
          pb={8}
        />
        <Text role="status" pb={8} c="dimmed">
          {t.count(shown.length)}
        </Text>
      </Group>
      <Stack gap="md">
        {shown.length ? (
          <AgencyList kinds={data.kinds} agencies={shown} />
        ) : (
          <Empty title={data.agencies.length ? t.none : t.empty}>
            <Text c="dimmed">{data.agencies.length ? t.noneHelp : t.emptyHelp}</Text>
          </Empty>
        )}
        <TryName />
      </Stack>
      {data.mayKeep ? <AddAgency opened={adding} close={close} /> : null}
    </>
  );
}

/** Every word asked for stands in the name, abbreviations written out or not, without case and diacritics. */
function isFoundIn(name: string, text: string): boolean {
  const here = `${plainFolded(name).join(' ')} ${foldWords(name).join(' ')}`;
  return plainFolded(text).every((word) => here.includes(word));
}
