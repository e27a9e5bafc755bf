import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#app/web/language.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import type { DataRequest } from './personal-data.contract.ts';
import { personalDataWords } from './personal-data.words.ts';

/** A request in words, with its clock. */
export function RequestLine({
  one,
  name,
  children,
}: {
  one: DataRequest;
  name?: ReactNode;
  children?: ReactNode;
}) {
  const t = useWords(personalDataWords);
  const clock = one.isLate ? t.late(showDay(one.acknowledgeBy)) : t.acknowledgeBy(showDay(one.acknowledgeBy));
  return (
    <li>
      <div style={{ flex: '1 1 300px' }}>
        <Text fw={600}>
          {name ? <>{name}: </> : null}
          {t.kinds[one.kind]}
        </Text>
        <Text style={{ overflowWrap: 'anywhere' }}>“{one.wish}”</Text>
        <Text fz="sm" c={one.isLate ? 'var(--late)' : 'dimmed'}>
          {[t.askedAt(showInstant(one.askedAt)), t.states[one.state], one.state === 'asked' ? clock : null]
            .filter(Boolean)
            .join(', ')}
        </Text>
        {one.reason ? <Text fz="sm">{one.reason}</Text> : null}
      </div>
      {children}
    </li>
  );
}
