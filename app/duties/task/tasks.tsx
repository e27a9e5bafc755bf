import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Section } from '../section.tsx';
import { giveTask, listTasks, type PartOfTasks, type TaskShown } from './task.contract.ts';
import { taskWords } from './task.words.ts';
import { type GivenTask, TaskForm } from './task-form.tsx';
import { TaskLine } from './task-line.tsx';

/** How the viewer's own agency shares its part among its people; others do not see it. */
export function Tasks({ dutyId }: { dutyId: string }) {
  const t = useWords(taskWords);
  const { data } = useQuery({
    queryKey: ['duties', 'tasks', dutyId],
    queryFn: () => call(listTasks, { params: { id: dutyId } }),
  });
  const shown = data?.parts.filter((part) => part.mayGive || part.tasks.length) ?? [];
  return shown.map((part) => (
    <Section key={part.assignmentId} title={t.title}>
      <Text fz="sm" c="dimmed" mb="xs">
        {t.lead(part.agencyName)}
      </Text>
      {part.tasks.length ? <Branch part={part} parentId={null} /> : <Text mb="sm">{t.none}</Text>}
      {part.mayGive ? <Give part={part} /> : null}
    </Section>
  ));
}

/** Tasks under one another, as they were handed on. */
function Branch({ part, parentId }: { part: PartOfTasks; parentId: string | null }) {
  const own = part.tasks.filter((task) => task.parentId === parentId);
  if (!own.length) return null;
  return (
    <ul className="task-branch">
      {own.map((task: TaskShown) => (
        <li key={task.id}>
          <TaskLine task={task} part={part} />
          <Branch part={part} parentId={task.id} />
        </li>
      ))}
    </ul>
  );
}

function Give({ part }: { part: PartOfTasks }) {
  const t = useWords(taskWords);
  const [isOpen, setOpen] = useState(false);
  const client = useQueryClient();
  const giving = useMutation({
    mutationFn: (body: GivenTask) => call(giveTask, { params: { id: part.assignmentId }, body }),
    onSuccess: async () => {
      setOpen(false);
      notifications.show({ message: t.given });
      await Promise.all(['duties', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  if (!isOpen)
    return (
      <Group mt="sm">
        <Button variant="default" onClick={() => setOpen(true)}>
          {t.give}
        </Button>
      </Group>
    );
  return (
    <TaskForm
      label={t.give}
      people={part.people}
      latest={part.dueOn}
      pending={giving.isPending}
      error={giving.error}
      send={giving.mutate}
      close={() => setOpen(false)}
    />
  );
}
