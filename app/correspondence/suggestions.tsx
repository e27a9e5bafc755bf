import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { suggestLetters } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';
import { useStarting } from './use-starting.ts';

const FIRST = 5;

/** What needs a letter now, each one click from its draft. */
export function Suggestions() {
  const t = useWords(letterWords);
  const starting = useStarting();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['letters', 'suggestions'],
    queryFn: () => call(suggestLetters, {}),
  });
  if (!data) return null;
  const { agencies, extensions, difficulties } = data;
  const isEmpty = !agencies.length && !extensions.length && !difficulties.length;
  return (
    <section className="paper letter-part">
      <Title order={2} fz="lg" mb="xs">
        {t.suggestions}
      </Title>
      {isEmpty ? <Text>{t.noSuggestions}</Text> : null}
      <ul className="letter-wishes">
        {extensions.map((one) => (
          <Wish
            key={one.id}
            label={t.kinds.extension}
            name={one.agencyName}
            said={one.dutyText}
            start={() => starting.mutate({ draftKind: 'extension', extensionId: one.id })}
          />
        ))}
        {difficulties.map((one) => (
          <Wish
            key={one.id}
            label={t.kinds[one.writes]}
            name={one.agencyName}
            said={one.words}
            start={() => starting.mutate({ draftKind: one.writes, difficultyId: one.id })}
          />
        ))}
        {agencies.slice(0, isOpen ? undefined : FIRST).map((one) => (
          <Wish
            key={one.id}
            label={t.kinds.urge}
            name={one.name}
            said={t.told(one.late, one.silent, one.asked)}
            start={() => starting.mutate({ draftKind: 'urge', agencyId: one.id })}
          />
        ))}
      </ul>
      {!isOpen && agencies.length > FIRST ? (
        <Button variant="subtle" size="compact-md" onClick={() => setOpen(true)}>
          {t.more(agencies.length - FIRST)}
        </Button>
      ) : null}
    </section>
  );
}

type WishProps = { label: string; name: string; said: string; start: () => void };

function Wish({ label, name, said, start }: WishProps) {
  const t = useWords(letterWords);
  return (
    <li className="letter-wish">
      <div>
        <b>{name}</b>
        <Text fz="sm" c="dimmed" lineClamp={2}>
          {label}: {said}
        </Text>
      </div>
      <Button size="compact-md" variant="default" aria-label={t.writeTo(name)} onClick={start}>
        {t.write}
      </Button>
    </li>
  );
}
