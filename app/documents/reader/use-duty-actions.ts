import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import type { Span } from '#libraries/document/index.ts';
import { documentWords } from '../document.words.ts';
import { isDoubtful } from '../doubt.ts';
import { caretInText, scrollToMark } from './document-text.tsx';
import type { CardActions } from './duty-card.tsx';
import { arrangeDuties, type DutyOrder } from './duty-list.tsx';
import type { KeyActions } from './review-keys.tsx';
import type { Review, ShownDocument, ShownDuty } from './use-review.ts';
import { type SplitActions, useSplitActions } from './use-split-actions.ts';

type Given = {
  document: ShownDocument;
  order: DutyOrder;
  review: Review;
  mayReview: boolean;
  onShowInText: () => void;
};

const isOpen = (duty: ShownDuty): boolean => !duty.confirmed && !duty.removed;

/** Which duty is current, and what keys and cards do with it. The functions stay the same from one drawing to the next. */
export function useDutyActions(given: Given) {
  const { duties } = given.document;
  const [chosen, setChosen] = useState<string | null>(
    () => (duties.find(isOpen) ?? duties.find((duty) => !duty.removed))?.id ?? null,
  );
  const [editing, setEditing] = useState(false);
  const [splitting, setSplitting] = useState(false);
  const current = chosen ?? duties[0]?.id ?? null;
  const arranged = useMemo(() => arrangeDuties(duties, given.order, current), [duties, given.order, current]);
  const latest = useRef({ ...given, current, arranged });
  useEffect(() => {
    latest.current = { ...given, current, arranged };
  });

  const chooseById = useCallback((id: string, bring: 'both' | 'card' = 'both') => {
    setChosen(id);
    setEditing(false);
    setSplitting(false);
    requestAnimationFrame(() => {
      document.getElementById(`card-${id}`)?.scrollIntoView({ block: 'nearest' });
      if (bring === 'both') scrollToMark(id);
    });
  }, []);

  const accept = useCallback(
    (duty: ShownDuty) => {
      const next = findNext(latest.current, isOpen);
      if (isOpen(duty)) latest.current.review.patchDuty(duty, { confirmed: true });
      if (next) chooseById(next.id);
    },
    [chooseById],
  );

  const splits = useSplitActions(latest, { chooseById, setChosen, setSplitting });
  const actions = useMemo<CardActions>(
    () => ({
      ...splits,
      choose: (duty) => chooseById(duty.id),
      accept,
      edit: (duty) => {
        if (duty) setChosen(duty.id);
        setSplitting(false);
        setEditing(duty !== null);
      },
      patch: (duty, patch) => {
        if (Object.keys(patch).length) latest.current.review.patchDuty(duty, patch);
      },
      showInText: (duty) => {
        latest.current.onShowInText();
        requestAnimationFrame(() => scrollToMark(duty.id));
      },
    }),
    [accept, chooseById, splits],
  );

  const keys = useKeyActions(latest, { chooseById, accept, setEditing, splits });
  const takeSpan = useCallback((span: Span) => {
    const duty = findCurrent(latest.current);
    if (duty) latest.current.review.patchDuty(duty, { span });
    document.getSelection()?.removeAllRanges();
  }, []);

  const add = useCallback(
    (span: Span) =>
      latest.current.review.add(span, (id) => {
        chooseById(id);
        setEditing(true);
      }),
    [chooseById],
  );

  const { mayReview } = given;
  return {
    current,
    editing: editing && mayReview,
    splitting: splitting && mayReview,
    arranged,
    actions,
    keys,
    chooseById,
    takeSpan,
    add,
  };
}

export type Latest = Given & { current: string | null; arranged: ShownDuty[] };

const findCurrent = ({ arranged, current }: Latest): ShownDuty | undefined =>
  arranged.find((duty) => duty.id === current);

/** The next duty of a kind after the current one, beginning again from the top. */
function findNext({ arranged, current }: Latest, wanted: (duty: ShownDuty) => boolean) {
  const at = arranged.findIndex((duty) => duty.id === current);
  return [...arranged.slice(at + 1), ...arranged.slice(0, Math.max(0, at))].find(wanted);
}

function useKeyActions(
  latest: { current: Latest },
  to: {
    chooseById: (id: string) => void;
    accept: (duty: ShownDuty) => void;
    setEditing: (editing: boolean) => void;
    splits: SplitActions;
  },
): KeyActions {
  const t = useWords(documentWords);
  const { chooseById, accept, setEditing, splits } = to;
  return useMemo(() => {
    const beside = (by: 1 | -1) => {
      const { arranged, current } = latest.current;
      const duty = arranged[arranged.findIndex((one) => one.id === current) + by];
      if (duty) chooseById(duty.id);
    };
    return {
      next: () => beside(1),
      previous: () => beside(-1),
      accept: () => {
        const duty = findCurrent(latest.current);
        if (duty) accept(duty);
      },
      edit: () => {
        const duty = findCurrent(latest.current);
        if (duty && !duty.removed) setEditing(true);
      },
      split: () => {
        const duty = findCurrent(latest.current);
        if (duty && !duty.removed) splits.splitAtCaret(duty, caretInText());
      },
      merge: () => {
        const duty = findCurrent(latest.current);
        if (duty && !duty.removed) splits.merge(duty);
      },
      doubt: () => {
        const duty = findNext(latest.current, (one) => isOpen(one) && isDoubtful(one));
        if (duty) chooseById(duty.id);
        else notifications.show({ message: t.noMoreDoubts, autoClose: 3_000, withCloseButton: false });
      },
      undo: () => {
        const id = latest.current.review.undo();
        if (id) chooseById(id);
      },
    };
  }, [latest, chooseById, accept, setEditing, splits, t]);
}
