import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { dropLetter, numberLetter, sendLetter } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';

type NumberingProps = {
  id: string;
  today: string;
  faults: string[];
  /** Saves what is not saved yet; the revision the number is given to. */
  ready: () => Promise<number>;
};

/** Number and date, or what has to be filled in first; and dropping the draft. */
export function Numbering({ id, today, faults, ready }: NumberingProps) {
  const t = useWords(letterWords);
  const [date, setDate] = useState(today);
  const refresh = useRefresh();
  const numbering = useMutation({
    mutationFn: async () => call(numberLetter, { params: { id }, body: { revision: await ready(), date } }),
    onSuccess: async ({ symbol }) => {
      notifications.show({ message: t.numberedAs(symbol) });
      await refresh();
      window.scrollTo({ top: 0 });
    },
  });
  return (
    <section className="paper letter-part" aria-label={t.number}>
      <Stack gap="sm">
        {faults.length ? (
          <div>
            <Text fw={600}>{t.before}</Text>
            <List>
              {faults.map((fault) => (
                <List.Item key={fault}>{t.faults[fault] ?? fault}</List.Item>
              ))}
            </List>
          </div>
        ) : (
          <>
            <Text>{t.numberHelp}</Text>
            <Group align="end">
              <DayField label={t.date} value={date} max={today} onChange={setDate} />
              <Button loading={numbering.isPending} onClick={() => numbering.mutate()}>
                {t.number}
              </Button>
            </Group>
          </>
        )}
        {numbering.error ? <Alert color="red">{numbering.error.message}</Alert> : null}
        <Drop id={id} />
      </Stack>
    </section>
  );
}

function Drop({ id }: { id: string }) {
  const t = useWords(letterWords);
  const [asks, setAsks] = useState(false);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const dropping = useMutation({
    mutationFn: () => call(dropLetter, { params: { id } }),
    onSuccess: async () => {
      notifications.show({ message: t.dropped });
      await navigate({ to: '/letters' });
      await refresh();
    },
  });
  if (!asks)
    return (
      <Group>
        <Button variant="subtle" onClick={() => setAsks(true)}>
          {t.drop}
        </Button>
      </Group>
    );
  return (
    <Group>
      <Text>{t.reallyDrop}</Text>
      <Button color="red" loading={dropping.isPending} onClick={() => dropping.mutate()}>
        {t.drop}
      </Button>
      <Button variant="default" onClick={() => setAsks(false)}>
        {t.keep}
      </Button>
    </Group>
  );
}

type SendingProps = { id: string; dated: string; stampBy: string | null; today: string };

/** The day a numbered letter got its seal, and that it left. */
export function Sending({ id, dated, stampBy, today }: SendingProps) {
  const t = useWords(letterWords);
  const [stampedOn, setStampedOn] = useState(today);
  const refresh = useRefresh();
  const sending = useMutation({
    mutationFn: () => call(sendLetter, { params: { id }, body: { stampedOn } }),
    onSuccess: async () => {
      notifications.show({ message: t.sent });
      await refresh();
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  return (
    <section className="paper letter-part" aria-label={t.send}>
      <Text mb="sm">{t.sendHelp}</Text>
      <DayField
        label={t.stampedOn}
        description={t.stampHelp}
        value={stampedOn}
        min={dated}
        max={today}
        mb="sm"
        maw={320}
        onChange={setStampedOn}
      />
      {stampBy && stampedOn > stampBy ? (
        <Text role="status" mb="sm">
          {t.stampLate(showDay(stampBy))}
        </Text>
      ) : null}
      <Button loading={sending.isPending} onClick={() => sending.mutate()}>
        {t.send}
      </Button>
    </section>
  );
}

function useRefresh() {
  const client = useQueryClient();
  return () => Promise.all(['letters', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
