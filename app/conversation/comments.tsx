import { Text } from '@mantine/core';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { CommentShownOnce } from './comment.tsx';
import { CommentForm } from './comment-form.tsx';
import { type SubjectKind, writeComment } from './conversation.contract.ts';
import './conversation.css';
import { conversationWords } from './conversation.words.ts';
import { useConversation } from './use-conversation.ts';

type Props = { kind: SubjectKind; id: string; place?: string };

/** What was said and the form for more: of one place of a record, or of all of it, each comment then naming its place. */
export function Comments({ kind, id, place }: Props) {
  const t = useWords(conversationWords);
  const { data, refresh } = useConversation(kind, id);
  if (!data) return null;
  const shown = place === undefined ? data.comments : data.comments.filter((one) => one.place === place);
  return (
    <>
      {shown.length ? (
        <ul className="comments">
          {shown.map((comment) => (
            <CommentShownOnce
              key={comment.id}
              comment={comment}
              kind={kind}
              id={id}
              refresh={refresh}
              withPlace={place === undefined}
            />
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{t.none}</Text>
      )}
      {data.mayWrite ? (
        <CommentForm
          kind={kind}
          id={id}
          button={t.send}
          send={async (said) => {
            await call(writeComment, { params: { kind, id }, body: { ...said, place } });
            await refresh();
          }}
        />
      ) : (
        <Text fz="sm" c="dimmed">
          {t.mayNot}
        </Text>
      )}
    </>
  );
}
