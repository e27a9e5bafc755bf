import { Text } from '@mantine/core';
import { useLanguage, useWords } from '#app/web/language.tsx';
import type { AssignmentShown } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { stateWords } from './duty-words-of-state.ts';
import { PartActions } from './part-actions.tsx';
import { PartDates, roleOf } from './parts-table.tsx';
import { PartSignal } from './signal/signal-form.tsx';

/** The viewer's own agency's part: where it stands, and today's step as a big plain button. */
export function OwnPart({ part }: { part: AssignmentShown }) {
  const t = useWords(dutyWords);
  const { language } = useLanguage();
  return (
    <div>
      <Text>
        <b>{part.agencyName}</b>, {roleOf(part, t).toLowerCase()}: {stateWords[language][part.state]}
      </Text>
      <PartDates part={part} />
      <PartSignal part={part} />
      {part.actions.length ? (
        <PartActions part={part} big />
      ) : (
        <Text c="dimmed" mt="xs">
          {t.todayNothing}
        </Text>
      )}
    </div>
  );
}
