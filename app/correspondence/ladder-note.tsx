import { Alert, Anchor, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Answer } from '#app/platform/contract.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { answerWords } from './answer.words.ts';
import type { showLetter } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';

type Shown = Pick<Answer<typeof showLetter>, 'state' | 'fromLadder' | 'answered' | 'draftedOn' | 'changedBy'>;

/** Of a letter that the ladder drafted: that it waits for a person, what was answered since, why it was withdrawn. */
export function LadderNote({ letter }: { letter: Shown }) {
  const t = useWords(letterWords);
  const a = useWords(answerWords);
  const { state, fromLadder, answered, draftedOn } = letter;
  if (!fromLadder || !draftedOn || state === 'numbered' || state === 'sent') return null;
  const isWithdrawn = state === 'withdrawn';
  const wasEdited = letter.changedBy !== null;
  return (
    <Alert
      role="status"
      color={isWithdrawn ? 'gray' : answered.length ? 'yellow' : 'blue'}
      mb="md"
      title={isWithdrawn ? t.withdrawnTitle : answered.length ? t.answeredTitle : t.waitsTitle}
    >
      <Text>
        {isWithdrawn
          ? t.withdrawnHelp(showDay(draftedOn))
          : answered.length
            ? wasEdited
              ? t.answeredEdited
              : t.answeredAnew
            : t.waitsHelp(showDay(draftedOn), fromLadder.open)}
      </Text>
      {answered.length ? (
        <List mt="xs">
          {answered.map((one) => (
            <List.Item key={`${one.dutyId} ${one.answer}`}>
              {a.answers[one.answer]}, {showDay(one.answeredOn)}:{' '}
              <Anchor component={Link} to={`/duties/${one.dutyId}`} underline="always">
                {[one.path, one.text].filter(Boolean).join(': ').slice(0, 120)}
              </Anchor>
            </List.Item>
          ))}
        </List>
      ) : null}
    </Alert>
  );
}
