import { Alert, Anchor, Badge, Button, FileInput, Group, Stack, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sendForm } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader } from '#app/web/page-states.tsx';
import { type BookPlanShown, exportBook, importBook, tryBook } from './book.contract.ts';
import { bookWords } from './book.words.ts';

/** How many rows are shown before their reader asks for all. */
const FIRST = 200;

/** A book comes in: read, shown as changes or as cells to mend, and only then written. */
export function ImportBookPage() {
  const t = useWords(bookWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const trying = useMutation({
    mutationFn: (chosen: File) => sendForm<BookPlanShown>(tryBook.path, formOf(chosen)),
    meta: { shownOnPage: true },
  });
  const writing = useMutation({
    mutationFn: ({ chosen, digest }: { chosen: File; digest: string }) =>
      sendForm<{ made: number }>(importBook.path, formOf(chosen, digest)),
    onSuccess: async ({ made }) => {
      await client.invalidateQueries({ queryKey: ['agencies'] });
      notifications.show({ message: t.done(made) });
      await navigate({ to: '/agencies' });
    },
    meta: { shownOnPage: true },
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    writing.reset();
    if (chosen) trying.mutate(chosen);
    else trying.reset();
  };
  const plan = trying.data;
  const failure = writing.error ?? trying.error;
  return (
    <>
      <Anchor component={Link} to="/agencies" fz="sm">
        ← {t.back}
      </Anchor>
      <PageHeader title={t.title} lead={t.lead} />
      <Stack gap="md">
        <section className="paper" style={{ padding: 16 }}>
          <FileInput
            label={t.file}
            description={t.fileHelp}
            placeholder={t.choose}
            accept=".xlsx"
            value={file}
            onChange={choose}
            maw={560}
            clearable
            clearButtonProps={{ 'aria-label': t.choose }}
          />
          <Group mt="sm">
            <Anchor href={exportBook.path} download>
              {t.template}
            </Anchor>
            {file ? (
              <Button variant="default" loading={trying.isPending} onClick={() => trying.mutate(file)}>
                {t.try}
              </Button>
            ) : null}
          </Group>
        </section>
        {failure ? (
          <Alert color="red" role="alert">
            {failure.message}
          </Alert>
        ) : null}
        {plan && file && !plan.errors.length && plan.changes.length ? (
          <Group>
            <Button
              size="md"
              loading={writing.isPending}
              onClick={() => writing.mutate({ chosen: file, digest: plan.digest })}
            >
              {t.confirm(plan.changes.length)}
            </Button>
          </Group>
        ) : null}
        {plan && file ? <Plan plan={plan} /> : null}
      </Stack>
    </>
  );
}

function formOf(file: File, digest?: string): FormData {
  const form = new FormData();
  if (digest) form.set('digest', digest);
  form.set('file', file);
  return form;
}

function Plan({ plan }: { plan: BookPlanShown }) {
  const t = useWords(bookWords);
  return (
    <>
      {plan.ignored.length ? <Text c="dimmed">{t.ignored(plan.ignored.join(', '))}</Text> : null}
      {plan.errors.length ? (
        <Errors errors={plan.errors} />
      ) : plan.changes.length ? (
        <Changes plan={plan} />
      ) : (
        <Empty title={t.nothing}>
          <Text c="dimmed">{t.nothingHelp}</Text>
        </Empty>
      )}
    </>
  );
}

function Errors({ errors }: Pick<BookPlanShown, 'errors'>) {
  const t = useWords(bookWords);
  return (
    <section className="paper" style={{ padding: 16 }} role="status">
      <Title order={2} fz={16}>
        {t.errors(errors.length)}
      </Title>
      <Text c="dimmed" mb="xs">
        {t.errorsHelp}
      </Text>
      <Table aria-label={t.errors(errors.length)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" style={{ width: '12em' }}>
              {t.where}
            </Table.Th>
            <Table.Th scope="col">{t.what}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {errors.slice(0, FIRST).map(({ sheet, cell, message }) => (
            <Table.Tr key={sheet + cell + message}>
              <Table.Th scope="row" fw={600}>
                {sheet} · {cell}
              </Table.Th>
              <Table.Td>{message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {errors.length > FIRST ? <Text c="dimmed">{t.moreErrors(errors.length - FIRST)}</Text> : null}
    </section>
  );
}

function Changes({ plan }: { plan: BookPlanShown }) {
  const t = useWords(bookWords);
  const [all, setAll] = useState(false);
  const shown = all ? plan.changes : plan.changes.slice(0, FIRST);
  return (
    <section className="paper" style={{ padding: 16 }} role="status">
      <Title order={2} fz={16}>
        {t.changes}
      </Title>
      <Text mb="xs">
        {t.summary(plan.newAgencies, plan.changes.length - plan.newAgencies, plan.unchanged)}
      </Text>
      <Table aria-label={t.changes}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w="36%">
              {t.agency}
            </Table.Th>
            <Table.Th scope="col">{t.change}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((change) => (
            <Table.Tr key={`${change.sheet} ${change.row} ${change.said}`}>
              <Table.Th scope="row" fw={400} style={{ verticalAlign: 'top' }}>
                {change.agency}{' '}
                {change.isNew ? (
                  <Badge variant="light" tt="none">
                    {t.isNew}
                  </Badge>
                ) : null}
                <Text fz="sm" c="dimmed">
                  {change.sheet} · {t.row} {change.row}
                </Text>
              </Table.Th>
              <Table.Td style={{ verticalAlign: 'top' }}>{change.said}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown.length < plan.changes.length ? (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t.showAll(plan.changes.length)}
        </Button>
      ) : null}
    </section>
  );
}
