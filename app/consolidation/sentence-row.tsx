import { Button, Group, Menu, Modal, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { consolidationWords } from './consolidation.words.ts';
import { isSupported, type Sentence } from './sentence.ts';
import { SourceChip } from './source-chip.tsx';
import type { Editing, Shown } from './use-editing.ts';

/** More chips than this are folded behind a count. */
const chipsShown = 4;
const start = (text: string) => (text.length > 60 ? `${text.slice(0, 58)}…` : text);

/** One sentence of the report with what it stands on, and what may be done to it. */
export function SentenceRow({
  one,
  sentence,
  editing,
}: {
  one: Shown;
  sentence: Sentence;
  editing: Editing;
}) {
  const t = useWords(consolidationWords);
  const [isEdited, setEdited] = useState(false);
  const [isWide, setWide] = useState(false);
  const save = (text: string) =>
    editing.mutate({ do: 'change', sentence, text }, { onSuccess: () => setEdited(false) });
  const chips = isWide ? sentence.sources : sentence.sources.slice(0, chipsShown);
  const drop = one.mayEdit
    ? (source: { paragraphId: string }) =>
        editing.mutate({ do: 'change', sentence, dropSource: source.paragraphId })
    : undefined;
  return (
    <div className="sentence" id={`s-${sentence.id}`}>
      {isEdited ? (
        <SentenceForm
          text={sentence.text}
          onSave={save}
          onCancel={() => setEdited(false)}
          isSaving={editing.isPending}
        />
      ) : (
        <p className="document-text">{sentence.text}</p>
      )}
      <div className="sentence-foot no-print">
        {chips.map((source) => (
          <SourceChip
            key={source.kind === 'agency-report' ? source.agencyReportId + source.paragraphId : source.about}
            one={one}
            sentence={sentence}
            source={source}
            onDrop={drop}
          />
        ))}
        {sentence.sources.length > chips.length ? (
          <button type="button" className="source-chip" onClick={() => setWide(true)}>
            +{t.sources(sentence.sources.length - chips.length)}
          </button>
        ) : null}
        {sentence.isEditorial ? <span className="sentence-mark">{t.editorial}</span> : null}
        {sentence.isEdited && !sentence.isEditorial ? (
          <span className="sentence-mark">{t.edited}</span>
        ) : null}
        {isSupported(sentence) ? null : (
          <>
            <span className="sentence-mark" data-kind="bare">
              {t.noSource}
            </span>
            {one.mayEdit ? (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => editing.mutate({ do: 'change', sentence, isEditorial: true })}
              >
                {t.mark}
              </Button>
            ) : null}
          </>
        )}
        {one.mayEdit && !isEdited ? (
          <Group gap={4} ml="auto">
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t.editOne(start(sentence.text))}
              onClick={() => setEdited(true)}
            >
              {t.edit}
            </Button>
            <More one={one} sentence={sentence} editing={editing} />
          </Group>
        ) : null}
      </div>
    </div>
  );
}

/** Words of a sentence being written; Ctrl+Enter saves, Escape leaves. */
export function SentenceForm({
  text,
  onSave,
  onCancel,
  isSaving,
}: {
  text: string;
  onSave: (text: string) => void;
  onCancel: () => void;
  isSaving: boolean;
}) {
  const t = useWords(consolidationWords);
  const [written, setWritten] = useState(text);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (written.trim()) onSave(written);
  };
  return (
    <form onSubmit={submit}>
      <Textarea
        aria-label={t.words}
        autosize
        minRows={2}
        autoFocus
        classNames={{ input: 'document-text' }}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <Group gap="xs" my={6}>
        <Button type="submit" size="compact-md" loading={isSaving}>
          {t.save}
        </Button>
        <Button size="compact-md" variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
      </Group>
    </form>
  );
}

function More({ one, sentence, editing }: { one: Shown; sentence: Sentence; editing: Editing }) {
  const t = useWords(consolidationWords);
  const [isRemoving, setRemoving] = useState(false);
  const [isMoving, setMoving] = useState(false);
  const { id } = sentence;
  const elsewhere = one.slots.filter((slot) => slot.writes && slot.key !== sentence.slot);
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button size="compact-sm" variant="subtle" aria-label={t.moreOf(start(sentence.text))}>
            {t.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => editing.mutate({ do: 'move', id, to: 'up' })}>{t.up}</Menu.Item>
          <Menu.Item onClick={() => editing.mutate({ do: 'move', id, to: 'down' })}>{t.down}</Menu.Item>
          <Menu.Item onClick={() => setRemoving(true)}>{t.remove}</Menu.Item>
          <Menu.Item onClick={() => setMoving(true)}>{t.moveTo}…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <MoveSentence
        opened={isMoving}
        slots={elsewhere}
        onClose={() => setMoving(false)}
        onMove={(slot) =>
          editing.mutate({ do: 'move', id, to: { slot } }, { onSuccess: () => setMoving(false) })
        }
      />
      <RemoveSentence
        opened={isRemoving}
        onClose={() => setRemoving(false)}
        onRemove={(reason) =>
          editing.mutate({ do: 'remove', id, reason }, { onSuccess: () => setRemoving(false) })
        }
      />
    </>
  );
}

function MoveSentence({
  opened,
  slots,
  onClose,
  onMove,
}: {
  opened: boolean;
  slots: Shown['slots'];
  onClose: () => void;
  onMove: (slot: string) => void;
}) {
  const t = useWords(consolidationWords);
  const [slot, setSlot] = useState(slots[0]?.key ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onMove(slot);
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t.moveTo} closeButtonProps={{ 'aria-label': t.cancel }}>
      <form onSubmit={submit}>
        <NativeSelect
          label={t.moveTo}
          value={slot}
          onChange={(event) => setSlot(event.currentTarget.value)}
          data={slots.map(({ key, heading }) => ({ value: key, label: `${key}. ${start(heading)}` }))}
        />
        <Group mt="md">
          <Button type="submit">{t.move}</Button>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function RemoveSentence({
  opened,
  onClose,
  onRemove,
}: {
  opened: boolean;
  onClose: () => void;
  onRemove: (reason: string) => void;
}) {
  const t = useWords(consolidationWords);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRemove(reason);
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t.removeTitle}
      closeButtonProps={{ 'aria-label': t.cancel }}
    >
      <form onSubmit={submit}>
        <Textarea
          label={t.reason}
          description={t.removeHelp}
          required
          minLength={3}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group mt="md">
          <Button type="submit">{t.remove}</Button>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
