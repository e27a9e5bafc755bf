import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { type Outcome, undoMany } from './bulk.contract.ts';
import { bulkWords } from './bulk.words.ts';
import type { BulkPlan, PlanOutcome } from './bulk-plan.ts';
import { LeftOut } from './left-out.tsx';
import { useMany } from './use-many.ts';

type Props = { plan: BulkPlan; outcome: PlanOutcome; close: () => void };
const AT_ONCE = 400;

/** What was done and what was not, with the way back for all of it. */
export function BulkResult({ plan, outcome, close }: Props) {
  const t = useWords(bulkWords);
  const many = useMany();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const undoing = useUndo(outcome);
  const undone = undoing.data;
  const mayUndo = plan.undo !== 'no' && outcome.done.length > 0 && !undone;
  return (
    <>
      <div role="status">
        <Text fw={600}>
          {undone
            ? t.undone(showNumber(undone.done.length))
            : outcome.done.length
              ? t.did(plan.name.toLowerCase(), many(outcome))
              : t.didNothing}
        </Text>
        <LeftOut refused={(undone ?? outcome).refused} title={t.notDone} />
        {undoing.error ? <Text role="alert">{undoing.error.message}</Text> : null}
      </div>
      <Group gap="xs">
        {mayUndo ? (
          <Button ref={first} loading={undoing.isPending} onClick={() => undoing.mutate()}>
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

function useUndo({ done }: PlanOutcome) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const lines = done.flatMap(({ dutyId, seq }) => (seq ? [{ dutyId, seq }] : []));
      const told: Outcome = { done: [], refused: [] };
      for (let from = 0; from < lines.length; from += AT_ONCE) {
        const one = await call(undoMany, { body: { lines: lines.slice(from, from + AT_ONCE) } });
        told.done.push(...one.done);
        told.refused.push(...one.refused);
      }
      return told;
    },
    meta: { shownOnPage: true },
    // Rows, lines and counts of any page may have changed with it.
    onSettled: () => client.invalidateQueries(),
  });
}
