import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '#libraries/document/index.ts';
import { scrollToMark } from './document-text.tsx';
import type { CardActions } from './duty-card.tsx';
import type { KeyActions } from './review-keys.tsx';
import type { Review, ShownDocument, ShownDuty } from './use-review.ts';

type Given = {
  document: ShownDocument;
  /** Duties as the list shows them while `current` is the current one. */
  arranged: (current: string | null) => ShownDuty[];
  review: Review;
  mayReview: boolean;
  onShowInText: () => void;
  onNoMoreDoubts: () => void;
};

const isOpen = (duty: ShownDuty): boolean => !duty.confirmed && !duty.removed;

/** Which duty is current, and what keys and cards do with it. The functions stay the same from one drawing to the next. */
export function useDutyActions(given: Given) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const current = chosen ?? given.document.duties.find(isOpen)?.id ?? given.document.duties[0]?.id ?? null;
  const arranged = given.arranged(current);
  const latest = useRef({ ...given, current, list: arranged });
  useEffect(() => {
    latest.current = { ...given, current, list: arranged };
  });

  const chooseById = useCallback((id: string, bring: 'both' | 'card' = 'both') => {
    setChosen(id);
    setEditing(false);
    requestAnimationFrame(() => {
      document.getElementById(`card-${id}`)?.scrollIntoView({ block: 'nearest' });
      if (bring === 'both') scrollToMark(id);
    });
  }, []);

  const step = useCallback((by: 1 | -1, wanted: (duty: ShownDuty) => boolean = () => true) => {
    const { list, current } = latest.current;
    const at = list.findIndex((duty) => duty.id === current);
    const after = by === 1 ? list.slice(at + 1) : list.slice(0, Math.max(0, at)).reverse();
    const found = after.find(wanted) ?? (by === 1 ? list.slice(0, Math.max(0, at)).find(wanted) : undefined);
    return found ?? null;
  }, []);

  const accept = useCallback(
    (duty: ShownDuty) => {
      const next = step(1, isOpen);
      if (isOpen(duty)) latest.current.review.patchDuty(duty, { confirmed: true });
      if (next) chooseById(next.id);
    },
    [step, chooseById],
  );

  const actions = useMemo<CardActions>(
    () => ({
      choose: (duty) => chooseById(duty.id),
      accept,
      edit: (duty) => {
        if (duty) setChosen(duty.id);
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
    [accept, chooseById],
  );

  const keys = useMemo<KeyActions>(() => {
    const now = () => {
      const { list, current } = latest.current;
      return list.find((duty) => duty.id === current);
    };
    const go = (duty: ShownDuty | null) => duty && chooseById(duty.id);
    return {
      next: () => go(step(1)),
      previous: () => go(step(-1)),
      accept: () => {
        const duty = now();
        if (duty) accept(duty);
      },
      edit: () => {
        if (now() && !now()?.removed) setEditing(true);
      },
      doubt: () => {
        const found = step(1, (duty) => isOpen(duty) && duty.doubts.length > 0);
        if (found) chooseById(found.id);
        else latest.current.onNoMoreDoubts();
      },
      undo: () => {
        const id = latest.current.review.undo();
        if (id) chooseById(id);
      },
    };
  }, [step, accept, chooseById]);

  const takeSpan = useCallback((span: Span) => {
    const { list, current, review } = latest.current;
    const duty = list.find((one) => one.id === current);
    if (duty) review.patchDuty(duty, { span });
    document.getSelection()?.removeAllRanges();
  }, []);

  return { current, editing: editing && given.mayReview, arranged, actions, keys, chooseById, takeSpan };
}
