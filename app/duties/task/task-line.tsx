import { Button, Group, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { actOnTask, type PartOfTasks, type TaskShown } from './task.contract.ts';
import { type TaskAction, taskNeedsReason } from './task.ts';
import { taskWords } from './task.words.ts';
import { type GivenTask, TaskForm } from './task-form.tsx';

/** One task with what the viewer may do to it. */
export function TaskLine({ task, part }: { task: TaskShown; part: PartOfTasks }) {
  const t = useWords(taskWords);
  const [open, setOpen] = useState<TaskAction | null>(null);
  const client = useQueryClient();
  const acting = useMutation({
    mutationFn: (body: { action: TaskAction; note?: string; given?: GivenTask }) =>
      call(actOnTask, { params: { id: task.id }, body }),
    onSuccess: async (_, { action }) => {
      setOpen(null);
      notifications.show({ message: t.done[action] });
      await Promise.all(['duties', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  const facts = [
    t.states[task.state],
    ...(task.dueOn ? [t.due(showDay(task.dueOn))] : []),
    t.by(task.givenBy),
  ];
  return (
    <>
      <Text {...(task.state === 'cancelled' ? { td: 'line-through', c: 'dimmed' } : {})}>
        <b>{[task.personName, task.division].filter(Boolean).join(', ')}</b>: {task.text}
      </Text>
      <Text fz="sm" c="dimmed">
        {facts.join(' · ')}
        {task.isLate ? <b className="late"> · {t.late}</b> : null}
        {task.note ? ` · “${task.note}”` : null}
      </Text>
      {task.actions.length ? (
        <Group gap="xs" mt={4}>
          {task.actions.map((action) => (
            <Button
              key={action}
              size="compact-sm"
              variant="default"
              aria-label={t.actionOn(t.actions[action], task.text)}
              aria-expanded={open === action}
              onClick={() => setOpen(open === action ? null : action)}
            >
              {t.actions[action]}
            </Button>
          ))}
        </Group>
      ) : null}
      {open === 'hand-on' ? (
        <TaskForm
          label={t.actions['hand-on']}
          people={part.people}
          latest={task.dueOn ?? part.dueOn}
          pending={acting.isPending}
          error={acting.error}
          send={(given) => acting.mutate({ action: 'hand-on', given })}
          close={() => setOpen(null)}
        />
      ) : open ? (
        <Note
          action={open}
          pending={acting.isPending}
          error={acting.error}
          send={(note) => acting.mutate({ action: open, ...(note ? { note } : {}) })}
        />
      ) : null}
    </>
  );
}

type NoteProps = {
  action: TaskAction;
  pending: boolean;
  error: Error | null;
  send: (note: string) => void;
};

function Note({ action, pending, error, send }: NoteProps) {
  const t = useWords(taskWords);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(String(new FormData(event.currentTarget).get('note') ?? '').trim());
  };
  return (
    <form onSubmit={submit} aria-label={t.actions[action]}>
      <Group align="end" mt={6} maw={560}>
        <Textarea
          name="note"
          label={taskNeedsReason(action) ? t.note : t.result}
          required={taskNeedsReason(action)}
          maxLength={2000}
          autosize
          data-autofocus
          style={{ flex: 1 }}
        />
        <Button type="submit" loading={pending}>
          {t.actions[action]}
        </Button>
      </Group>
      {error ? <Text c="red">{error.message}</Text> : null}
    </form>
  );
}
