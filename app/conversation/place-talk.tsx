import { Button } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { Comments } from './comments.tsx';
import type { SubjectKind } from './conversation.contract.ts';
import { conversationWords } from './conversation.words.ts';
import { useConversation } from './use-conversation.ts';

/** Beside a heading: how many comments are about it; opens them, and a new one. */
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
  const [isOpen, setOpen] = useState(false);
  const panel = useId();
  const own = data?.comments.filter((comment) => comment.place === place) ?? [];
  const many = own.filter(({ isRemoved }) => !isRemoved).length;
  if (!data || (!own.length && !data.mayWrite)) return null;
  return (
    <div className="place-talk">
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
