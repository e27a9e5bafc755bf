import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import type { LetterRow } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';

/** Letters that the ladder drafted and that wait for whoever issues them. */
export function WaitingLetters({ letters }: { letters: LetterRow[] }) {
  const t = useWords(letterWords);
  if (!letters.length) return null;
  return (
    <section className="paper letter-part">
      <Title order={2} fz="lg" mb="xs">
        {t.waiting(letters.length)}
      </Title>
      <Text c="dimmed" fz="sm" mb="xs">
        {t.waitingHelp}
      </Text>
      <ul className="letter-wishes">
        {letters.map((one) => (
          <li className="letter-wish" key={one.id}>
            <div>
              <Anchor component={Link} to={`/letters/${one.id}`} fw={600}>
                {one.addressees.join('; ')}
              </Anchor>
              <Text fz="sm" c="dimmed">
                {[one.title, t.about(one.fromLadder?.open ?? 0), showInstant(one.changedAt)].join(' · ')}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
