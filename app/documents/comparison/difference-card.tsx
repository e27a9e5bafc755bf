import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useWords } from '#app/web/language.tsx';
import { comparisonWords } from './comparison.words.ts';
import type { ShownComparison, ShownDifference } from './use-comparison.ts';

type Props = {
  difference: ShownDifference;
  place: string;
  decision: ShownComparison['decisions'][number] | undefined;
  isCurrent: boolean;
  isWriting: boolean;
  mayDecide: boolean;
  onChoose: (choice: 'ours' | 'theirs') => void;
  onWrite: (on: boolean) => void;
  onOwn: (words: string, reason: string | null) => void;
};

/** One difference: both copies side by side with a few words around, what is proposed and why, and what was chosen. */
export function DifferenceCard(props: Props) {
  const t = useWords(comparisonWords);
  const { difference: d, decision, mayDecide } = props;
  const detail = t.details[d.detail as keyof typeof t.details] ?? d.detail;
  return (
    <li
      className="paper difference"
      id={`difference-${d.id}`}
      data-kind={d.class}
      data-current={props.isCurrent || undefined}
      aria-current={props.isCurrent || undefined}
    >
      <div className="difference-top">
        <h2>
          {props.place}: {t.classes[d.class]} <span className="difference-detail">({detail})</span>
        </h2>
        {d.choosable ? (
          <Text fz="sm" fw={decision ? 600 : 400} aria-live="polite">
            {decision ? t.chosen[decision.choice] : t.notChosen}
            {decision?.choice === 'own' ? `: “${decision.words}”` : ''}
          </Text>
        ) : null}
      </div>
      <div className="difference-sides">
        <SideOf
          name={t.ours}
          side={d.ours}
          isLikely={d.likely === 'ours'}
          isChosen={decision?.choice === 'ours'}
        />
        <SideOf
          name={t.theirs}
          side={d.theirs}
          isLikely={d.likely === 'theirs'}
          isChosen={decision?.choice === 'theirs'}
        />
      </div>
      {d.why ? <Text fz="sm">{d.why}</Text> : null}
      {mayDecide && !props.isWriting ? <Choices {...props} /> : null}
      {mayDecide && props.isWriting ? <OwnWords {...props} /> : null}
    </li>
  );
}

function Choices({ decision, place, onChoose, onWrite }: Props) {
  const t = useWords(comparisonWords);
  const look = (choice: string) => (decision?.choice === choice ? 'filled' : 'default');
  const named = (label: string) => ({ 'aria-label': `${label}: ${place}` });
  return (
    <Group gap="xs" mt={6}>
      <Button
        size="compact-sm"
        variant={look('ours')}
        {...named(t.keepOurs)}
        onClick={() => onChoose('ours')}
      >
        {t.keepOurs}
      </Button>
      <Button
        size="compact-sm"
        variant={look('theirs')}
        {...named(t.takeTheirs)}
        onClick={() => onChoose('theirs')}
      >
        {t.takeTheirs}
      </Button>
      <Button size="compact-sm" variant={look('own')} {...named(t.ownWords)} onClick={() => onWrite(true)}>
        {t.ownWords}
      </Button>
    </Group>
  );
}

function SideOf(props: {
  name: string;
  side: ShownDifference['ours'];
  isLikely: boolean;
  isChosen: boolean;
}) {
  const t = useWords(comparisonWords);
  const { name, side, isLikely } = props;
  return (
    <div className="difference-side" data-chosen={props.isChosen || undefined}>
      <h3>
        {name}
        {isLikely ? <span className="difference-likely"> · {t.likely}</span> : null}
        {side.wordCount ? <span className="difference-detail"> · {t.wordsIn(side.wordCount)}</span> : null}
      </h3>
      <p className="document-text">
        {side.before ? `… ${side.before} ` : ''}
        {side.words ? <mark>{side.words}</mark> : <em className="difference-nothing">[{t.nothing}]</em>}
        {side.after ? ` ${side.after} …` : ''}
      </p>
    </div>
  );
}

function OwnWords({ difference, decision, onOwn, onWrite }: Props) {
  const t = useWords(comparisonWords);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onOwn(String(form.get('words')).trim(), String(form.get('reason')).trim() || null);
  };
  return (
    <form onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onWrite(false)}>
      <Stack gap="xs" mt="xs">
        <Textarea
          name="words"
          label={t.ownLabel}
          defaultValue={decision?.words ?? difference[difference.likely ?? 'ours'].words}
          required
          autoFocus
          autosize
          maxRows={8}
          classNames={{ input: 'document-text' }}
        />
        <TextInput name="reason" label={t.reasonLabel} defaultValue={decision?.reason ?? ''} />
        <Group gap="xs">
          <Button size="compact-sm" type="submit">
            {t.save}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onWrite(false)}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
