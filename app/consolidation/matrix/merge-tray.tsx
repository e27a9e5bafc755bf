import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { mergeSentences } from './matrix.contract.ts';
import type { Chosen } from './matrix.page.tsx';
import { matrixWords } from './matrix.words.ts';

/** Sentences chosen in any cells, and making them one. */
export function MergeTray({
  id,
  chosen,
  onChange,
}: {
  id: string;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}) {
  const t = useWords(matrixWords);
  const [isOpen, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    onChange([]);
  };
  if (!chosen.length) return null;
  return (
    <Group className="paper matrix-tray" p="sm" justify="space-between">
      <Text fw={600}>{t.chosen(chosen.length)}</Text>
      <Group gap="xs">
        <Button disabled={chosen.length < 2} onClick={() => setOpen(true)}>
          {t.merge}
        </Button>
        <Button variant="default" onClick={() => onChange([])}>
          {t.forget}
        </Button>
      </Group>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t.merge}
        size="lg"
        closeButtonProps={{ 'aria-label': t.close }}
      >
        {isOpen ? <MergeForm id={id} chosen={chosen} onDone={done} /> : null}
      </Modal>
    </Group>
  );
}

function MergeForm({ id, chosen, onDone }: { id: string; chosen: Chosen; onDone: () => void }) {
  const t = useWords(matrixWords);
  const client = useQueryClient();
  const [text, setText] = useState(() => chosen.map((one) => one.text).join(' '));
  const merging = useMutation({
    mutationFn: () => {
      const [first, ...others] = chosen;
      const params = { id, sentenceId: first!.id };
      return call(mergeSentences, { params, body: { others: others.map((one) => one.id), text } });
    },
    onSuccess: async () => {
      notifications.show({ message: t.did });
      onDone();
      await client.invalidateQueries({ queryKey: ['consolidation', id] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    merging.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Text mb="sm">{t.mergeHelp}</Text>
      <Textarea
        label={t.mergeWords}
        required
        autosize
        minRows={4}
        classNames={{ input: 'document-text' }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group mt="md">
        <Button type="submit" loading={merging.isPending}>
          {t.merge}
        </Button>
      </Group>
    </form>
  );
}
