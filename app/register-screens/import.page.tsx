import {
  Alert,
  Anchor,
  Button,
  FileInput,
  Group,
  Radio,
  Select,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { AgencyPicker } from '#app/agencies/agency-picker.tsx';
import { addressOf } from '#app/platform/contract.ts';
import {
  type BookPlan,
  bookPaths,
  importRegisterBook,
  tryRegisterBook,
} from '#app/registers/book/book.contract.ts';
import type { RegisterShown } from '#app/registers/register.contract.ts';
import { sendForm } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showNumber } from '#app/web/show.ts';
import { screenWords } from './screens.words.ts';
import { fieldOf, useRegister } from './use-register.ts';
import './screens.css';

/** A book comes into a register: read, shown, asked about, and only then written. */
export function ImportRegisterPage() {
  const { register: name } = useParams({ strict: false }) as { register: string };
  const register = useRegister(name);
  return register ? <Import register={register} /> : <Waiting />;
}

type Choices = { file: File; agencyId: string | null; alike: 'skip' | 'add'; styles: Record<string, string> };

const formOf = ({ file, agencyId, alike, styles }: Choices, digest = ''): FormData => {
  const form = new FormData();
  if (agencyId) form.set('agencyId', agencyId);
  form.set('alike', alike);
  form.set('styles', JSON.stringify(styles));
  if (digest) form.set('digest', digest);
  form.set('file', file);
  return form;
};

function Import({ register }: { register: RegisterShown }) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const params = { register: register.name };
  const [choices, setChoices] = useState<Omit<Choices, 'file'> & { file: File | null }>({
    file: null,
    agencyId: null,
    alike: 'skip',
    styles: {},
  });
  const trying = useMutation({
    mutationFn: (given: Choices) => sendForm<BookPlan>(addressOf(tryRegisterBook, { params }), formOf(given)),
    meta: { shownOnPage: true },
  });
  const writing = useMutation({
    mutationFn: ({ given, digest }: { given: Choices; digest: string }) =>
      sendForm<{ made: number; changed: number }>(
        addressOf(importRegisterBook, { params }),
        formOf(given, digest),
      ),
    onSuccess: async ({ made, changed }) => {
      await client.invalidateQueries({ queryKey: ['registers'] });
      notifications.show({ message: t.written(made, changed) });
      await navigate({ to: `/registers/${register.name}` });
    },
    meta: { shownOnPage: true },
  });
  const choose = (change: Partial<typeof choices>) => {
    const next = { ...choices, ...change };
    setChoices(next);
    writing.reset();
    if (next.file) trying.mutate(next as Choices);
    else trying.reset();
  };
  const [plan, failure] = [trying.data, writing.error ?? trying.error];
  return (
    <>
      <Anchor component={Link} to={`/registers/${register.name}`} fz="sm">
        ← {t.back(register.said[language])}
      </Anchor>
      <PageHeader title={t.importTitle(register.said[language])} lead={t.importLead} />
      <Stack gap="md">
        <section className="paper" style={{ padding: 16 }}>
          <Stack maw={560}>
            <FileInput
              label={t.excel}
              description={t.excelHelp}
              placeholder={t.chooseFile}
              accept=".xlsx"
              value={choices.file}
              onChange={(file) => choose({ file, styles: {} })}
              clearable
              clearButtonProps={{ 'aria-label': t.cancel }}
            />
            <WriteFor
              register={register}
              value={choices.agencyId}
              onChange={(agencyId) => choose({ agencyId })}
            />
            <Group>
              <Anchor href={addressOf({ path: bookPaths.template } as never, { params })} download>
                {t.template}
              </Anchor>
              {choices.file ? (
                <Button variant="default" loading={trying.isPending} onClick={() => choose({})}>
                  {t.tryAgain}
                </Button>
              ) : null}
            </Group>
          </Stack>
        </section>
        {failure ? (
          <Alert color="red" role="alert">
            {failure.message}
          </Alert>
        ) : null}
        {plan && choices.file && !trying.isPending ? (
          <Plan
            register={register}
            plan={plan}
            choices={choices}
            choose={choose}
            isWriting={writing.isPending}
            write={() => writing.mutate({ given: choices as Choices, digest: plan.digest })}
          />
        ) : null}
      </Stack>
    </>
  );
}

function WriteFor({
  register,
  value,
  onChange,
}: {
  register: RegisterShown;
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const t = useWords(screenWords);
  const { writeFor } = register.may;
  if (writeFor === 'all') return <AgencyPicker label={t.forAgency} value={value} onChange={onChange} />;
  if (writeFor.length < 2) return null;
  return (
    <Select
      label={t.forAgency}
      data={writeFor.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      clearable
    />
  );
}

type PlanProps = {
  register: RegisterShown;
  plan: BookPlan;
  choices: { alike: 'skip' | 'add'; styles: Record<string, string> };
  choose: (change: { alike?: 'skip' | 'add'; styles?: Record<string, string> }) => void;
  isWriting: boolean;
  write: () => void;
};

function Plan({ register, plan, choices, choose, isWriting, write }: PlanProps) {
  const t = useWords(screenWords);
  const rows = plan.fresh + plan.changed;
  const unknown = plan.columns.filter(({ field }) => field === null).map(({ heading }) => heading);
  const sums = [
    t.planNew(showNumber(plan.fresh)),
    plan.changed ? t.planChanged(showNumber(plan.changed)) : null,
    plan.same ? t.planSame(showNumber(plan.same)) : null,
    plan.errorCount ? t.planErrors(showNumber(plan.errorCount)) : null,
  ];
  return (
    <section className="paper" style={{ padding: 16 }} aria-live="polite">
      <Title order={2} fz="md" mb="xs">
        {plan.sheet}: {sums.filter(Boolean).join(', ')}
      </Title>
      {unknown.length ? <Text c="dimmed">{t.unknownColumns(unknown.join('; '))}</Text> : null}
      <Stack mt="sm">
        {plan.questions.map((question) => (
          <Radio.Group
            key={question.field}
            label={t.question(question.heading, question.of)}
            value={choices.styles[question.field] ?? ''}
            onChange={(style) => choose({ styles: { ...choices.styles, [question.field]: style } })}
          >
            <Group mt={4}>
              {question.readings.map(({ style, shown }) => (
                <Radio key={style} value={style} label={shown} />
              ))}
            </Group>
          </Radio.Group>
        ))}
        {plan.alike.length ? (
          <Radio.Group
            label={`${t.planAlike(showNumber(plan.alike.length))}: ${plan.alike
              .slice(0, 3)
              .map(({ title }) => title)
              .join('; ')}`}
            value={choices.alike}
            onChange={(alike) => choose({ alike: alike as 'skip' | 'add' })}
          >
            <Group mt={4}>
              <Radio value="skip" label={t.alikeSkip} />
              <Radio value="add" label={t.alikeAdd} />
            </Group>
          </Radio.Group>
        ) : null}
        {plan.errors.length ? <Cells cells={plan.errors} /> : null}
        {plan.warnings.length ? <Cells cells={plan.warnings} /> : null}
        {plan.preview.length ? <Preview register={register} plan={plan} /> : null}
        {plan.errorCount || plan.questions.length ? null : rows ? (
          <Group>
            <Button loading={isWriting} onClick={write}>
              {t.write(showNumber(rows))}
            </Button>
          </Group>
        ) : (
          <Text>{t.nothingToWrite}</Text>
        )}
      </Stack>
    </section>
  );
}

function Cells({ cells }: { cells: BookPlan['errors'] }) {
  const t = useWords(screenWords);
  return (
    <ScrollRegion style={{ maxHeight: 360 }} label={t.message}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={90}>
              {t.cell}
            </Table.Th>
            <Table.Th scope="col">{t.message}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cells.map(({ cell, message }) => (
            <Table.Tr key={cell + message}>
              <Table.Td>{cell}</Table.Td>
              <Table.Td>{message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function Preview({ register, plan }: { register: RegisterShown; plan: BookPlan }) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  return (
    <ScrollRegion label={t.preview}>
      <Text fw={600} fz="sm">
        {t.preview}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.row}</Table.Th>
            {register.list.map((name) => (
              <Table.Th key={name} scope="col">
                {fieldOf(register, name).said[language]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.preview.map(({ row, shown }) => (
            <Table.Tr key={row}>
              <Table.Td>{row}</Table.Td>
              {register.list.map((name) => (
                <Table.Td key={name}>{shown[name] ?? ''}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
