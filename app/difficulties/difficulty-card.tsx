import { Anchor, Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { WriteLetter } from '#app/web/write-letter.tsx';
import { AnswerActions } from './answer-actions.tsx';
import type { DifficultyShown } from './difficulty.contract.ts';
import { difficultyWords } from './difficulty.words.ts';
import type { Cause } from './raise-form.tsx';

type Props = { one: DifficultyShown; causes: Cause[]; withDuty?: boolean };

/** One difficulty: whose, what, where it waits and until when, or what was answered; with the viewer's next step. */
export function DifficultyCard({ one, causes, withDuty = false }: Props) {
  const t = useWords(difficultyWords);
  const { language } = useLanguage();
  const cause = causes.find((known) => known.cause === one.cause)?.name[language] ?? one.cause;
  return (
    <article className="difficulty">
      <Group gap="xs">
        <Badge variant="light" radius="sm" tt="none" fz="sm">
          {cause}
        </Badge>
        <Where one={one} />
      </Group>
      <Text className="document-text" my={6}>
        {one.words}
      </Text>
      <Text fz="sm" c="dimmed">
        {t.by(one.raisedBy, one.agencyName, showInstant(one.raisedAt))}
      </Text>
      {withDuty ? (
        <Anchor component={Link} to={`/duties/${one.dutyId}`} fz="sm" lineClamp={2}>
          {[one.dutyPath, one.symbol].filter(Boolean).join(', ')}: {one.dutyText}
        </Anchor>
      ) : null}
      {one.proposal ? <Text mt={6}>{t.proposal(one.proposal)}</Text> : null}
      {one.answer ? <Answered one={one} answer={one.answer} /> : null}
      <AnswerActions one={one}>
        {one.state === 'taken-back' ? null : <WriteLetter about={{ difficultyId: one.id }} />}
      </AnswerActions>
    </article>
  );
}

function Where({ one }: { one: DifficultyShown }) {
  const t = useWords(difficultyWords);
  if (one.state !== 'open') return <Text fz="sm">{t.states[one.state]}</Text>;
  return (
    <Text fz="sm">
      {t.waitsWith(one.authorityName ?? t.levels[one.level])}, {t.replyBy(showDay(one.replyDueOn))}
      {one.isLate ? <b className="late"> · {t.late}</b> : null}
      {one.clock ? (
        <Text span c="dimmed" inherit>
          {' '}
          ({one.clock})
        </Text>
      ) : null}
    </Text>
  );
}

function Answered({ one, answer }: { one: DifficultyShown; answer: string }) {
  const t = useWords(difficultyWords);
  return (
    <div className="difficulty-answer">
      <Text>{answer}</Text>
      {one.answeredBy && one.answeredAt ? (
        <Text fz="sm" c="dimmed">
          {t.answered(one.answeredBy, showInstant(one.answeredAt))}
        </Text>
      ) : null}
      {one.followUpId ? (
        <Anchor component={Link} to={`/duties/${one.followUpId}`} fz="sm">
          {t.followUp}
        </Anchor>
      ) : null}
    </div>
  );
}
