import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer, CallArguments } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import * as contract from './comparison.contract.ts';
import { comparisonWords } from './comparison.words.ts';

export type ShownComparison = Answer<typeof contract.showComparison>;
export type ShownDifference = ShownComparison['differences'][number];
export type NewDecision = CallArguments<typeof contract.decideComparison>['body']['decisions'][number];
type Which = { id: string; comparisonId: string };

export const comparisonQuery = (params: Which) =>
  queryOptions({
    queryKey: ['documents', params.id, 'comparisons', params.comparisonId],
    queryFn: () => call(contract.showComparison, { params }),
  });

const weights = ['substance', 'typo', 'truncation', 'spacing'];

/** What matters most first; within a kind the order of the text. */
export const inOrderOfWeight = (differences: readonly ShownDifference[]): ShownDifference[] =>
  differences.toSorted((a, b) => weights.indexOf(a.class) - weights.indexOf(b.class));

/** Deciding and applying. Decisions show at once and are sent one after another. */
export function useComparison(params: Which) {
  const t = useWords(comparisonWords);
  const queries = useQueryClient();
  const { queryKey } = comparisonQuery(params);
  const refused = (error: Error) => {
    notifications.show({
      color: 'red',
      message: error.message,
      autoClose: 12_000,
    });
    return queries.invalidateQueries({ queryKey });
  };
  const deciding = useMutation({
    scope: { id: `comparison-${params.comparisonId}` },
    mutationFn: (decisions: NewDecision[]) => {
      const { revision } = queries.getQueryData(queryKey)!;
      return call(contract.decideComparison, { params, body: { revision, decisions } });
    },
    onMutate: async (decisions) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, (shown) => shown && { ...shown, decisions: foreseen(shown, decisions) });
    },
    onSuccess: (answer) => queries.setQueryData(queryKey, answer),
    onError: refused,
    meta: { shownOnPage: true },
  });
  const applying = useMutation({
    scope: { id: `comparison-${params.comparisonId}` },
    mutationFn: () => {
      const { revision, document } = queries.getQueryData(queryKey)!;
      const body = { revision, documentRevision: document.revision };
      return call(contract.applyComparison, { params, body });
    },
    onSuccess: ({ state, reopened }) => {
      const message = state === 'applied' ? t.reopened(reopened) : t.proposedNow;
      notifications.show({ message });
      return queries.invalidateQueries({ queryKey: ['documents'] });
    },
    onError: refused,
    meta: { shownOnPage: true },
  });
  return {
    decide: (decisions: NewDecision[]) => deciding.mutate(decisions),
    apply: () => applying.mutate(),
    isBusy: applying.isPending,
  };
}

function foreseen(shown: ShownComparison, decisions: NewDecision[]): ShownComparison['decisions'] {
  const made = decisions.map((one) => ({
    differenceId: one.differenceId,
    choice: one.choice,
    words: one.words ?? null,
    reason: one.reason ?? null,
    by: '',
    at: shown.madeAt,
  }));
  const ids = new Set(made.map((one) => one.differenceId));
  return [...shown.decisions.filter((one) => !ids.has(one.differenceId)), ...made];
}
