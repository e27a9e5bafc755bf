import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useWords } from '#app/web/language.tsx';
import type { Span } from '#libraries/document/index.ts';
import { lostByMerging, nextDuty } from '../correction/merge-partner.ts';
import { scrollToMark } from './document-text.tsx';
import { splitWords } from './split.words.ts';
import { atWordEdge, maySplitAt, splitPoints } from './split-places.ts';
import type { SplitPlace } from './splitter.tsx';
import type { Review, ShownDocument, ShownDuty } from './use-review.ts';

type Latest = { document: ShownDocument; review: Review };

export type SplitActions = ReturnType<typeof useSplitActions>;

/** Splitting a duty in two and merging it with the next. The functions stay the same from one drawing to the next. */
export function useSplitActions(
  latest: { current: Latest },
  to: {
    chooseById: (id: string) => void;
    setChosen: (id: string) => void;
    setSplitting: (splitting: boolean) => void;
  },
) {
  const t = useWords(splitWords);
  const { chooseById, setChosen, setSplitting } = to;
  return useMemo(() => {
    const askSplit = (duty: ShownDuty | null) => {
      if (duty) setChosen(duty.id);
      setSplitting(duty !== null);
      if (duty) requestAnimationFrame(() => scrollToMark(duty.id));
    };
    const splitAt = (duty: ShownDuty, at: number) => {
      setSplitting(false);
      document.getSelection()?.removeAllRanges();
      latest.current.review.split(duty, at, () => chooseById(duty.id));
    };
    return {
      askSplit,
      splitAt,
      splitPlaces: (duty: ShownDuty): SplitPlace[] => {
        const { text } = latest.current.document;
        return splitPoints(duty, text).map((at) => ({
          at,
          before: lastWords(text.slice(duty.span[0], at)),
          after: firstWords(text.slice(at, duty.span[1])),
        }));
      },
      /** Where the person clicked or selected, when that is inside the duty; else it asks where. */
      splitAtCaret: (duty: ShownDuty, caret: Span | null) => {
        const { text } = latest.current.document;
        const at = caret?.map((place) => atWordEdge(place, text)).find((one) => maySplitAt(duty, one, text));
        if (at === undefined) askSplit(duty);
        else splitAt(duty, at);
      },
      merge: (duty: ShownDuty) => {
        const { document: shown, review } = latest.current;
        const next = nextDuty(shown.duties, duty.id);
        if (!next)
          return void notifications.show({ message: t.noNext, autoClose: 4_000, withCloseButton: false });
        setSplitting(false);
        review.merge(duty, next);
        const lost = lostByMerging(duty, next).map((field) => t.lostField[field]);
        if (lost.length)
          notifications.show({ message: t.lost(lost.join(', ')), autoClose: 12_000, withCloseButton: false });
        chooseById(duty.id);
      },
    };
  }, [latest, chooseById, setChosen, setSplitting, t]);
}

const oneLine = (words: string): string[] =>
  words
    .replace(/<br>|\*\*/g, ' ')
    .trim()
    .split(/\s+/);
const lastWords = (words: string): string => oneLine(words).slice(-6).join(' ');
const firstWords = (words: string): string => oneLine(words).slice(0, 6).join(' ');
