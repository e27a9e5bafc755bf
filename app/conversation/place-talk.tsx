import { Button } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { Comments } from './comments.tsx';
import type { SubjectKind } from './conversation.contract.ts';
import { conversationWords } from './conversation.words.ts';
import { useConversation } from './use-conversation.ts';

/** Beside a heading: how many comments are about it; opens them, and a new one. `#talk-<place>` leads to it, opened. */
export function PlaceTalk({
  kind,
  id,
  place,
  name,
}: {
  kind: SubjectKind;
  id: string;
  place: string;
  name: string;
}) {
  const t = useWords(conversationWords);
  const { data } = useConversation(kind, id);
  const { hash } = useLocation();
  const isMeant = hash === `talk-${place}`;
  const [isOpen, setOpen] = useState(isMeant);
  const panel = useId();
  const own = data?.comments.filter((comment) => comment.place === place) ?? [];
  const many = own.filter(({ isRemoved }) => !isRemoved).length;
  const isThere = data !== undefined && (own.length > 0 || data.mayWrite);
  const frame = useRef<HTMLDivElement>(null);
  // It comes after the page: the browser has looked for it before it was there.
  useEffect(() => {
    if (!isMeant || !isThere) return;
    setOpen(true);
    frame.current?.scrollIntoView({ block: 'center' });
  }, [isMeant, isThere]);
  if (!isThere) return null;
  return (
    <div ref={frame} className="place-talk" id={`talk-${place}`}>
      <Button
        size="compact-sm"
        variant={many ? 'light' : 'subtle'}
        className="no-print"
        leftSection={<IconMessage size={15} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={panel}
        aria-label={t.talkAbout(name, many)}
        onClick={() => setOpen(!isOpen)}
      >
        {t.talk(many)}
      </Button>
      <div id={panel} hidden={!isOpen}>
        {isOpen ? <Comments kind={kind} id={id} place={place} /> : null}
      </div>
    </div>
  );
}
