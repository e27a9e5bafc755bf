import { Anchor, Button, FileInput, Group, Stack, Table, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call, sendForm } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { Mistake } from './part.tsx';
import { importPeople, readPeopleWorkbook } from './people.contract.ts';
import './people.css';
import { peopleWords } from './people.words.ts';
import { parsePasted } from './read-table.ts';
import { useSaving } from './use-saving.ts';

type Tried = Answer<typeof importPeople> & { table: string[][] };

/** Many people from one table: pasted or a workbook, tried before anything is taken in. */
export function ImportPeoplePage() {
  const t = useWords(peopleWords);
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const trying = useMutation({
    mutationFn: async (): Promise<Tried> => {
      const table = file ? await readWorkbook(file) : parsePasted(text);
      return { ...(await call(importPeople, { body: { table, dryRun: true } })), table };
    },
    meta: { shownOnPage: true },
  });
  return (
    <>
      <Anchor component={Link} to="/people" fz="sm">
        ← {t.back}
      </Anchor>
      <PageHeader title={t.importTitle} lead={t.importLead} />
      <Stack className="paper" p="md" gap="sm">
        <Text fz="sm">{t.columns}</Text>
        <Textarea
          label={t.paste}
          placeholder={t.pasteHint}
          autosize
          minRows={5}
          maxRows={14}
          value={text}
          disabled={file !== null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FileInput
          label={t.file}
          placeholder={t.fileHint}
          accept=".xlsx"
          clearable
          clearButtonProps={{ 'aria-label': t.cancel }}
          value={file}
          onChange={setFile}
          maw={420}
        />
        <Group>
          <Button onClick={() => trying.mutate()} loading={trying.isPending} disabled={!file && !text.trim()}>
            {t.try}
          </Button>
        </Group>
        <Mistake error={trying.error} />
      </Stack>
      {trying.data ? <TriedTable tried={trying.data} again={() => trying.reset()} /> : null}
    </>
  );
}

async function readWorkbook(file: File): Promise<string[][]> {
  const form = new FormData();
  form.set('file', file);
  return (await sendForm<Answer<typeof readPeopleWorkbook>>(readPeopleWorkbook.path, form)).table;
}

function TriedTable({ tried, again }: { tried: Tried; again: () => void }) {
  const t = useWords(peopleWords);
  const bad = tried.rows.filter(({ errors }) => errors.length > 0).length;
  const todo = tried.rows.filter(({ effect, errors }) => effect !== 'none' && !errors.length).length;
  const taking = useSaving(() => call(importPeople, { body: { table: tried.table, dryRun: false } }), '');
  if (taking.data)
    return (
      <Stack className="paper" p="md" mt="md" role="status">
        <Text>{t.taken(taking.data.imported)}</Text>
        <Group>
          <Button component={Link} to="/people" search={{ state: 'new' } as never}>
            {t.back}
          </Button>
          <Button variant="default" onClick={again}>
            {t.close}
          </Button>
        </Group>
      </Stack>
    );
  if (tried.missingColumns.length)
    return (
      <Text role="alert" c="red" mt="md">
        {t.missing(tried.missingColumns.join(', '))}
      </Text>
    );
  return (
    <Stack className="paper" p="md" mt="md">
      <Group justify="space-between">
        <Text role="status" fw={600}>
          {t.tried(tried.rows.length - bad, bad)}
        </Text>
        {bad === 0 && todo > 0 ? (
          <Button onClick={() => taking.mutate(undefined)} loading={taking.isPending}>
            {t.take(todo)}
          </Button>
        ) : null}
      </Group>
      <Mistake error={taking.error} />
      <ScrollRegion label={t.importTitle}>
        <Table aria-label={t.importTitle}>
          <Table.Thead>
            <Table.Tr>
              {[t.line, t.name, t.email, t.agency, t.role, t.from, t.effect].map((head) => (
                <Table.Th key={head} scope="col">
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tried.rows.map((row) => (
              <Table.Tr key={row.line}>
                <Table.Td>{row.line}</Table.Td>
                <Table.Td>{row.name}</Table.Td>
                <Table.Td>{row.email}</Table.Td>
                <Table.Td>{row.agency}</Table.Td>
                <Table.Td>{row.role}</Table.Td>
                <Table.Td>{row.from}</Table.Td>
                <Table.Td>
                  {row.errors.length ? (
                    <Text c="var(--late)" fz="sm" miw={200}>
                      {row.errors.join(' ')}
                    </Text>
                  ) : (
                    t.effects[row.effect]
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </Stack>
  );
}
