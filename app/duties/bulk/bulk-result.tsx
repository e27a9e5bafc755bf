import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { bulkWords } from './bulk.words.ts';
import type { BulkPlan, PlanOutcome } from './bulk-plan.ts';
import { LeftOut } from './left-out.tsx';
import { countDone, useMany } from './use-many.ts';
import { useUndoBatch } from './use-undo-batch.ts';

type Props = { plan: BulkPlan; outcome: PlanOutcome; close: () => void };

/** What was done and what was not, with the way back for all of it. */
export function BulkResult({ plan, outcome, close }: Props) {
  const t = useWords(bulkWords);
  const many = useMany();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const undoing = useUndoBatch();
  const { batch } = outcome;
  const undone = undoing.data;
  const mayUndo = plan.undo !== 'no' && batch && !undone;
  return (
    <>
      <div role="status">
        <Text fw={600}>
          {undone
            ? t.undone(showNumber(undone.done.length))
            : outcome.done.length
              ? t.did(plan.name.toLowerCase(), many(countDone(outcome)))
              : t.didNothing}
        </Text>
        <LeftOut refused={(undone ?? outcome).refused} title={t.notDone} />
        {undoing.error ? <Text role="alert">{undoing.error.message}</Text> : null}
      </div>
      <Group gap="xs">
        {mayUndo ? (
          <Button ref={first} loading={undoing.isPending} onClick={() => undoing.mutate(batch)}>
            {t.undo}
          </Button>
        ) : null}
        <Button {...(mayUndo ? {} : { ref: first })} variant="default" onClick={close}>
          {t.close}
        </Button>
      </Group>
    </>
  );
}
