import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { agencySources, type Sentence } from '../sentence.ts';
import { askWords } from './ask.words.ts';
import { useAsks } from './use-asks.ts';

/** Beside a sentence: which of its agencies is being asked, or has answered. */
export function AskMarks({ id, sentence }: { id: string; sentence: Sentence }) {
  const t = useWords(askWords);
  const { data } = useAsks(id);
  const paragraphs = agencySources(sentence.sources).map(({ paragraphId }) => paragraphId);
  const figures = sentence.sources.flatMap((one) => (one.kind === 'values' ? [one.about] : []));
  const own = (data?.asks ?? []).filter(
    (ask) =>
      ask.state !== 'closed' &&
      (ask.sentenceId === sentence.id ||
        (ask.paragraphId !== null
          ? paragraphs.includes(ask.paragraphId)
          : figures.includes(ask.indicator ?? ''))),
  );
  return own.map((ask) => (
    <Link key={ask.id} className="sentence-mark" to={`/consolidation/${id}/asks`} hash={`ask-${ask.id}`}>
      {ask.state === 'answered'
        ? t.gotAnswer(ask.agency)
        : t.asking(ask.agency, showDay(ask.dueOn)) + (ask.isLate ? `, ${t.late}` : '')}
    </Link>
  ));
}
