import { Text } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '#app/web/language.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { askWords } from './ask.words.ts';
import './ask.css';
import type { AskShown } from './use-asks.ts';

/** One question with all that was said on it; `children`: what its reader may do. */
export function AskCard({
  ask,
  heading,
  children,
}: {
  ask: AskShown;
  heading: ReactNode;
  children?: ReactNode;
}) {
  const t = useWords(askWords);
  const { hash } = useLocation();
  const own = useRef<HTMLElement>(null);
  const isMeant = hash === `ask-${ask.id}`;
  // It comes after the page: the browser has looked for it before it was there.
  useEffect(() => {
    if (isMeant) own.current?.scrollIntoView({ block: 'center' });
  }, [isMeant]);
  return (
    <article
      ref={own}
      id={`ask-${ask.id}`}
      className="ask"
      data-state={ask.state}
      data-meant={isMeant || undefined}
    >
      <Text fw={600}>{heading}</Text>
      {ask.state === 'open' ? (
        <Text fz="sm" {...(ask.isLate ? { className: 'ask-late' } : { c: 'dimmed' })}>
          {ask.isLate ? `${t.late}, ` : ''}
          {t.dueOn(showDay(ask.dueOn))}, {ask.clock}
        </Text>
      ) : null}
      <blockquote className="document-text ask-quote">{ask.quote}</blockquote>
      <ol className="ask-turns">
        {ask.turns.map((turn) => (
          <li key={turn.n} data-kind={turn.kind}>
            <Text fz="sm" c="dimmed">
              {turn.by} {t.turns[turn.kind]}, {showInstant(turn.at)}
            </Text>
            <p>{turn.words || t.closedPlain}</p>
            {turn.wantsReturn ? <Text fw={600}>{t.wantsReturn}</Text> : null}
          </li>
        ))}
      </ol>
      {children}
    </article>
  );
}
