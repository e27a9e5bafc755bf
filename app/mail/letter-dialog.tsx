import { Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { handLetter, type mailShape, openLetter, retryLetter } from './mail.contract.ts';
import { mailWords } from './mail.words.ts';
import './letter.css';

type Letter = z.output<typeof mailShape>;

/** One letter in full, to be copied, printed and handed over. */
export function LetterDialog({
  letter,
  hasServer,
  close,
}: {
  letter: Letter | null;
  hasServer: boolean;
  close: () => void;
}) {
  const t = useWords(mailWords);
  return (
    <Modal opened={letter !== null} onClose={close} title={letter?.subject ?? t.letter} size="lg">
      {letter ? <LetterText letter={letter} hasServer={hasServer} close={close} /> : null}
    </Modal>
  );
}

function LetterText({ letter, hasServer, close }: { letter: Letter; hasServer: boolean; close: () => void }) {
  const t = useWords(mailWords);
  const { data, error } = useQuery({
    queryKey: ['letter', letter.id],
    queryFn: () => call(openLetter, { params: { id: letter.id } }),
    // Opening is written in the ledger: once is enough.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const client = useQueryClient();
  const after = (message: string) => async () => {
    notifications.show({ message });
    close();
    await client.invalidateQueries({ queryKey: ['mail'] });
  };
  const params = { id: letter.id };
  const handing = useMutation({ mutationFn: () => call(handLetter, { params }), onSuccess: after(t.handed) });
  const retrying = useMutation({
    mutationFn: () => call(retryLetter, { params }),
    onSuccess: after(t.retried),
  });
  if (error) return <Text role="alert">{error.message}</Text>;
  if (!data) return <Waiting />;
  const isOpen = letter.state === 'waiting' || letter.state === 'failed';
  return (
    <Stack>
      <Text>
        {t.to}: {data.recipient}
      </Text>
      <Text className="document-text letter-text">{data.body}</Text>
      <Group className="not-printed">
        <CopyButton value={data.body}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t.copied : t.copy}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={() => window.print()}>
          {t.print}
        </Button>
        {isOpen ? (
          <Button onClick={() => handing.mutate()} loading={handing.isPending}>
            {t.hand}
          </Button>
        ) : null}
        {isOpen && hasServer ? (
          <Button variant="light" onClick={() => retrying.mutate()} loading={retrying.isPending}>
            {t.retry}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}
