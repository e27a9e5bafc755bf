import {
  Alert,
  Anchor,
  Badge,
  Button,
  Group,
  NumberInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { restoreLetterRules, saveLetterRules, showLetterRules } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';
import './letters.css';

/** What no law fixes about an agency's letters: marks of the unit, days to answer; each with what it stands on. */
export function LetterRulesPage() {
  const t = useWords(letterWords);
  const { data, error } = useQuery({
    queryKey: ['letters', 'rules'],
    queryFn: () => call(showLetterRules, {}),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <Anchor component={Link} to="/letters" fz="sm">
        ← {t.back}
      </Anchor>
      <PageHeader title={t.rules} lead={t.rulesLead(data.agencyName)} />
      <Rules key={JSON.stringify(data)} data={data} />
    </>
  );
}

function Rules({ data }: { data: Answer<typeof showLetterRules> }) {
  const t = useWords(letterWords);
  const client = useQueryClient();
  const [rules, setRules] = useState(data.rules);
  const change = (part: Partial<typeof rules>) => setRules({ ...rules, ...part });
  const done = async (message: string) => {
    notifications.show({ message });
    await client.invalidateQueries({ queryKey: ['letters'] });
  };
  const saving = useMutation({
    mutationFn: () => call(saveLetterRules, { body: rules }),
    onSuccess: () => done(t.rulesSaved),
  });
  const restoring = useMutation({
    mutationFn: () => call(restoreLetterRules, {}),
    onSuccess: () => done(t.rulesRestored),
  });
  return (
    <section className="paper letter-part">
      <Stack>
        <div>
          <Badge variant="light" radius="sm" tt="none" fz="sm" color={data.isOwn ? 'blue' : 'gray'}>
            {data.isOwn ? t.rulesOwn : t.rulesShipped}
          </Badge>
        </div>
        <Title order={2} fz="lg">
          {t.unit}
        </Title>
        <Text>{t.unitHelp}</Text>
        <Group align="end" grow preventGrowOverflow={false}>
          <TextInput
            label={t.unit}
            maw={260}
            maxLength={20}
            value={rules.unit}
            onChange={(event) => change({ unit: event.currentTarget.value })}
          />
          <TextInput
            label={t.sourceOf}
            miw={240}
            maxLength={600}
            value={rules.unitSource}
            onChange={(event) => change({ unitSource: event.currentTarget.value })}
          />
        </Group>
        <Title order={2} fz="lg">
          {t.replyWithin}
        </Title>
        <Text>{t.replyHelp}</Text>
        <Group align="end" grow preventGrowOverflow={false}>
          <NumberInput
            label={t.replyWithin}
            maw={260}
            min={1}
            max={60}
            allowDecimal={false}
            value={rules.replyWithin}
            onChange={(value) => change({ replyWithin: Number(value) || 1 })}
          />
          <TextInput
            label={t.sourceOf}
            miw={240}
            maxLength={600}
            value={rules.replySource}
            onChange={(event) => change({ replySource: event.currentTarget.value })}
          />
        </Group>
        {saving.error ? <Alert color="red">{saving.error.message}</Alert> : null}
        <Group>
          <Button loading={saving.isPending} onClick={() => saving.mutate()}>
            {t.rulesSave}
          </Button>
          {data.isOwn ? (
            <Button variant="default" loading={restoring.isPending} onClick={() => restoring.mutate()}>
              {t.rulesRestore}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </section>
  );
}
