import { Button, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showInstant, showNumber } from '#app/web/show.ts';
import { dutyWords } from '../duty.words.ts';
import { type Batch, listBatches } from './bulk.contract.ts';
import { isStep } from './bulk.ts';
import { bulkWords } from './bulk.words.ts';
import { LeftOut } from './left-out.tsx';
import { useMany } from './use-many.ts';
import { useUndoBatch } from './use-undo-batch.ts';
import './bulk.css';

/** What the viewer did to many duties at once in the last days, each to be taken back together; nothing: no button. */
export function Batches() {
  const t = useWords(bulkWords);
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['duties', 'batches'],
    queryFn: () => call(listBatches, {}),
    staleTime: 60_000,
  });
  if (!data?.batches.length) return null;
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {t.batches}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t.batches}
        size="lg"
        closeButtonProps={{ 'aria-label': t.close }}
      >
        <Text c="dimmed" mb="sm">
          {t.batchesLead}
        </Text>
        <ol className="batches">
          {data.batches.map((batch) => (
            <BatchLine key={batch.id} batch={batch} />
          ))}
        </ol>
      </Modal>
    </>
  );
}

function BatchLine({ batch }: { batch: Batch }) {
  const t = useWords(bulkWords);
  const d = useWords(dutyWords);
  const many = useMany();
  const undoing = useUndoBatch();
  const { action, at, lines, standing, duties, first, reason } = batch;
  const name = isStep(action) ? d.actions[action] : t[action];
  const when = showInstant(at);
  const undone = undoing.data;
  return (
    <li>
      <Stack gap={2}>
        <Text fw={600}>
          {name}: {many({ parts: lines, duties })}
        </Text>
        <Text fz="sm">
          {first.join('; ')}
          {duties > first.length ? ` ${t.more(showNumber(duties - first.length))}` : ''}
        </Text>
        <Text fz="sm" c="dimmed">
          {when}
          {reason ? `. ${d.reason(reason)}` : ''}
        </Text>
        <div role="status">
          {undone ? (
            <>
              <Text fw={600}>{t.undone(showNumber(undone.done.length))}</Text>
              <LeftOut refused={undone.refused} title={t.notDone} />
            </>
          ) : standing < lines ? (
            <Text fz="sm">{standing ? t.standing(showNumber(standing)) : t.allUndone}</Text>
          ) : null}
        </div>
        {undoing.error ? <Text role="alert">{undoing.error.message}</Text> : null}
      </Stack>
      {standing && !undone ? (
        <Button
          variant="default"
          size="xs"
          aria-label={t.undoOf(name, when)}
          loading={undoing.isPending}
          onClick={() => undoing.mutate(batch.id)}
        >
          {t.undoBatch}
        </Button>
      ) : null}
    </li>
  );
}
