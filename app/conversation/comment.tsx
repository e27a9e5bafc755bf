import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import { CommentForm } from './comment-form.tsx';
import {
  type CommentShown,
  changeComment,
  removeComment,
  type SubjectKind,
} from './conversation.contract.ts';
import { conversationWords } from './conversation.words.ts';
import { cutAtNames } from './mention.ts';

type Props = {
  comment: CommentShown;
  kind: SubjectKind;
  id: string;
  refresh: () => Promise<unknown>;
  /** Says which heading it is about. */
  withPlace?: boolean;
};

/** One comment; its author changes or removes it while the rule lets them. */
export function CommentShownOnce({ comment, kind, id, refresh, withPlace = false }: Props) {
  const t = useWords(conversationWords);
  const [isEditing, setEditing] = useState(false);
  return (
    <li>
      <Text fz="sm">
        <b>{comment.authorName}</b>
        <span className="comment-soft">
          {comment.agencyName ? `, ${comment.agencyName}` : ''} · {showInstant(comment.writtenAt)}
          {withPlace && comment.place ? `, ${t.at(comment.place)}` : ''}
          {comment.changedAt && !comment.isRemoved ? (
            <>
              {' · '}
              {t.changed(showInstant(comment.changedAt))},{' '}
              <Anchor component={Link} to={`/ledger/comment/${comment.id}`} fz="sm">
                {t.history}
              </Anchor>
            </>
          ) : null}
        </span>
      </Text>
      {isEditing ? (
        <CommentForm
          kind={kind}
          id={id}
          first={comment}
          button={t.save}
          cancel={() => setEditing(false)}
          send={async (said) => {
            await call(changeComment, { params: { id: comment.id }, body: said });
            await refresh();
            setEditing(false);
          }}
        />
      ) : comment.isRemoved ? (
        <Text c="dimmed" fs="italic">
          {t.removed}
        </Text>
      ) : (
        <Words comment={comment} />
      )}
      {comment.changeableUntil && !isEditing ? (
        <Own comment={comment} edit={() => setEditing(true)} refresh={refresh} />
      ) : null}
    </li>
  );
}

function Words({ comment: { words, mentions } }: { comment: CommentShown }) {
  return (
    <p className="comment-words">
      {cutAtNames(words, mentions).map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text stay where they are.
        <Fragment key={at}>{at % 2 ? <b className="comment-name">{piece}</b> : piece}</Fragment>
      ))}
    </p>
  );
}

type OwnProps = { comment: CommentShown; edit: () => void; refresh: () => Promise<unknown> };

function Own({ comment, edit, refresh }: OwnProps) {
  const t = useWords(conversationWords);
  const [isAsking, setAsking] = useState(false);
  const removing = useMutation({
    mutationFn: () => call(removeComment, { params: { id: comment.id } }),
    onSuccess: async () => {
      setAsking(false);
      await refresh();
    },
  });
  const short = comment.words.length > 50 ? `${comment.words.slice(0, 50)}…` : comment.words;
  return (
    <Group gap={4} className="no-print">
      <Button size="compact-sm" variant="subtle" aria-label={t.editOf(short)} onClick={edit}>
        {t.edit}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t.removeOf(short)}
        onClick={() => setAsking(true)}
      >
        {t.remove}
      </Button>
      <Text fz="sm" c="dimmed">
        {t.until(showInstant(comment.changeableUntil!).split(' ')[1]!)}
      </Text>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t.removeYes}
        closeButtonProps={{ 'aria-label': t.cancel }}
      >
        <Stack>
          <Text>{t.removeAsk}</Text>
          <Group justify="end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t.cancel}
            </Button>
            <Button loading={removing.isPending} onClick={() => removing.mutate()}>
              {t.removeYes}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Group>
  );
}
