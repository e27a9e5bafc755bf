import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Answer, CallArguments } from '#app/platform/contract.ts';
import { call, Refusal } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import type { Span } from '#libraries/document/index.ts';
import * as contract from '../document.contract.ts';
import { documentWords } from '../document.words.ts';

export type ShownDocument = Answer<typeof contract.showDocument>;
export type ShownDuty = ShownDocument['duties'][number];
export type DutyPatch = Omit<CallArguments<typeof contract.correctDuty>['body'], 'revision'>;
export type HeaderPatch = Omit<CallArguments<typeof contract.correctHeader>['body'], 'revision'>;

type Change =
  | { kind: 'duty'; dutyId: string; patch: DutyPatch }
  | { kind: 'confirm'; confirmed: boolean; dutyIds: string[] }
  | { kind: 'add'; span: Span }
  | { kind: 'header'; patch: HeaderPatch }
  | { kind: 'split'; dutyId: string; at: number }
  | { kind: 'merge'; dutyId: string; withId: string }
  | { kind: 'several'; duties: { dutyId: string; patch: DutyPatch }[] };
type Step = { change: Change; undo: Change | null };

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['documents', id],
    queryFn: () => call(contract.showDocument, { params: { id } }),
  });

/** What people do with the reading of one document. Changes show at once, are sent one after another, and can be undone. */
export function useReview(id: string) {
  const t = useWords(documentWords);
  const queries = useQueryClient();
  const { queryKey } = documentQuery(id);
  const done = useRef<Change[]>([]);
  const { mutate } = useMutation({
    scope: { id: `review-${id}` },
    mutationFn: ({ change }: Step) => send(id, queries.getQueryData(queryKey)!.revision, change),
    onMutate: async ({ change, undo }) => {
      await queries.cancelQueries({ queryKey });
      if (undo) done.current.push(undo);
      queries.setQueryData(queryKey, (shown) => shown && foresee(shown, change));
    },
    onSuccess: (answer, { change }) => {
      if (change.kind === 'add' && 'duties' in answer)
        done.current.push({ kind: 'duty', dutyId: answer.duties[0]!.id, patch: { removed: true } });
      queries.setQueryData(queryKey, (shown) => shown && settle(shown, answer));
    },
    onError: (error, { undo }) => {
      done.current = done.current.filter((one) => one !== undo);
      notifications.show({
        color: 'red',
        message: error.message,
        autoClose: 12_000,
      });
      if (error instanceof Refusal && error.status === 409) done.current = [];
      return queries.invalidateQueries({ queryKey });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['documents', 'list'] }),
    meta: { shownOnPage: true },
  });
  const shown = useCallback(() => queries.getQueryData(queryKey), [queries, queryKey]);
  const patchDuty = useCallback(
    (duty: ShownDuty, patch: DutyPatch) =>
      mutate({
        change: { kind: 'duty', dutyId: duty.id, patch },
        undo: { kind: 'duty', dutyId: duty.id, patch: inverse(duty, patch) },
      }),
    [mutate],
  );
  const confirmAll = useCallback(() => {
    const dutyIds = (shown()?.duties ?? [])
      .filter((duty) => !duty.removed && !duty.confirmed)
      .map((duty) => duty.id);
    mutate({
      change: { kind: 'confirm', confirmed: true, dutyIds },
      undo: { kind: 'confirm', confirmed: false, dutyIds },
    });
  }, [mutate, shown]);
  /** `then` gets the id of the new duty. */
  const add = useCallback(
    (span: Span, then: (id: string) => void) =>
      mutate(
        { change: { kind: 'add', span }, undo: null },
        { onSuccess: (answer) => 'duties' in answer && then(answer.duties[0]!.id) },
      ),
    [mutate],
  );
  /** `then` gets the id of the second part. */
  const split = useCallback(
    (duty: ShownDuty, at: number, then: (id: string) => void) =>
      mutate(
        { change: { kind: 'split', dutyId: duty.id, at }, undo: null },
        {
          onSuccess: (answer) => {
            const second = 'duties' in answer ? answer.duties[1] : undefined;
            if (!second) return;
            const back = { dutyId: duty.id, patch: restoring(duty) };
            const away = { dutyId: second.id, patch: { removed: true } };
            done.current.push({ kind: 'several', duties: [back, away] });
            then(second.id);
          },
        },
      ),
    [mutate],
  );
  const merge = useCallback(
    (duty: ShownDuty, next: ShownDuty) => {
      const back = { dutyId: duty.id, patch: restoring(duty) };
      const again = { dutyId: next.id, patch: { removed: false, confirmed: next.confirmed } };
      mutate({
        change: { kind: 'merge', dutyId: duty.id, withId: next.id },
        undo: { kind: 'several', duties: [back, again] },
      });
    },
    [mutate],
  );
  const patchHeader = useCallback(
    (patch: HeaderPatch) => {
      const before = shown()!;
      const names = Object.keys(patch) as (keyof HeaderPatch)[];
      const back = Object.fromEntries(names.map((name) => [name, before[name]])) as HeaderPatch;
      mutate({ change: { kind: 'header', patch }, undo: { kind: 'header', patch: back } });
    },
    [mutate, shown],
  );
  const undo = useCallback(() => {
    const change = done.current.pop();
    if (change) mutate({ change, undo: null });
    else notifications.show({ message: t.nothingToUndo, autoClose: 3_000, withCloseButton: false });
    if (change?.kind === 'several') return change.duties[0]?.dutyId ?? null;
    return change?.kind === 'duty' ? change.dutyId : null;
  }, [mutate, t]);
  return { patchDuty, confirmAll, add, split, merge, patchHeader, undo };
}

export type Review = ReturnType<typeof useReview>;

type Sent = Answer<typeof contract.correctDuty> | Answer<typeof contract.correctHeader>;

async function send(id: string, revision: number, change: Change): Promise<Sent> {
  if (change.kind === 'duty')
    return call(contract.correctDuty, {
      params: { id, dutyId: change.dutyId },
      body: { revision, ...change.patch },
    });
  if (change.kind === 'header')
    return call(contract.correctHeader, { params: { id }, body: { revision, ...change.patch } });
  if (change.kind === 'add')
    return call(contract.addDuty, { params: { id }, body: { revision, span: change.span } });
  if (change.kind === 'several') return sendSeveral(id, revision, change.duties);
  if (change.kind === 'split' || change.kind === 'merge') {
    const params = { id, dutyId: change.dutyId };
    return change.kind === 'split'
      ? call(contract.splitDuty, { params, body: { revision, at: change.at } })
      : call(contract.mergeDuties, { params, body: { revision, withId: change.withId } });
  }
  const { confirmed, dutyIds } = change;
  return call(contract.confirmDuties, { params: { id }, body: { revision, confirmed, dutyIds } });
}

/** Several duties put right one after another, as one step. */
async function sendSeveral(id: string, revision: number, changes: { dutyId: string; patch: DutyPatch }[]) {
  const all: Answer<typeof contract.correctDuty> = { revision, duties: [] };
  for (const { dutyId, patch } of changes) {
    const body = { revision: all.revision, ...patch };
    const answer = await call(contract.correctDuty, { params: { id, dutyId }, body });
    all.revision = answer.revision;
    all.duties.push(...answer.duties);
  }
  return all;
}

/** What will be so once the server has agreed: confirmations and removals show before it answers. */
function foresee(shown: ShownDocument, change: Change): ShownDocument {
  const flags =
    change.kind === 'duty'
      ? { ids: [change.dutyId], confirmed: change.patch.confirmed, removed: change.patch.removed }
      : change.kind === 'confirm'
        ? { ids: change.dutyIds, confirmed: change.confirmed, removed: undefined }
        : null;
  if (!flags) return shown;
  const duties = shown.duties.map((duty) =>
    flags.ids.includes(duty.id)
      ? {
          ...duty,
          confirmed: flags.confirmed ?? duty.confirmed,
          removed: flags.removed ?? duty.removed,
        }
      : duty,
  );
  return { ...shown, duties };
}

function settle(shown: ShownDocument, answer: Sent): ShownDocument {
  if (!('duties' in answer)) return { ...shown, ...answer };
  const changed = new Map(answer.duties.map((duty) => [duty.id, duty]));
  const kept = shown.duties.map((duty) => changed.get(duty.id) ?? duty);
  const known = new Set(kept.map((duty) => duty.id));
  const duties = [...kept, ...answer.duties.filter((duty) => !known.has(duty.id))];
  duties.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  return { ...shown, revision: answer.revision, duties };
}

/** All that splitting and merging change in a duty, as it is now. */
const restoring = (duty: ShownDuty): DutyPatch => ({
  span: duty.span,
  holders: duty.holders,
  coordinators: duty.coordinators,
  lead: duty.lead,
  request: duty.request,
  deadline: duty.deadline?.text ?? null,
  reportTo: duty.reportTo,
  product: duty.product,
  confirmed: duty.confirmed,
});

function inverse(duty: ShownDuty, patch: DutyPatch): DutyPatch {
  const { deadline, ...rest } = duty;
  const before = { ...rest, deadline: deadline?.text ?? null };
  const names = Object.keys(patch) as (keyof typeof before)[];
  return Object.fromEntries(names.map((name) => [name, before[name]])) as DutyPatch;
}
