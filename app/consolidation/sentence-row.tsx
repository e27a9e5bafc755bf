import { Button, Group, Menu, Modal, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { MarkedText } from '#app/reports/marked-text.tsx';
import { useWords } from '#app/web/language.tsx';
import { askWords } from './ask/ask.words.ts';
import { AskForm } from './ask/ask-back.tsx';
import { AskMarks } from './ask/ask-marks.tsx';
import { consolidationWords } from './consolidation.words.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { agencySources, isSupported, type Sentence } from './sentence.ts';
import { asChoice, SourceChip } from './source-chip.tsx';
import type { Present } from './together/together.contract.ts';
import { togetherWords } from './together/together.words.ts';
import { WriteSentence } from './together/write-sentence.tsx';
import type { Editing, Shown } from './use-editing.ts';

/** More chips than this are folded behind a count. */
const chipsShown = 4;
const start = (text: string) => (text.length > 60 ? `${text.slice(0, 58)}…` : text);

/** One sentence of the report with what it stands on, and what may be done to it. */
export function SentenceRow({
  one,
  sentence,
  label = null,
  editing,
  people = [],
}: {
  one: Shown;
  sentence: Sentence;
  /** 'a)' of a point. */
  label?: string | null;
  editing: Editing;
  /** Others who are in a sentence of the report. */
  people?: readonly Present[];
}) {
  const t = useWords(consolidationWords);
  const w = useWords(togetherWords);
  const here = people.filter(({ sentenceId }) => sentenceId === sentence.id);
  const [isEdited, setEdited] = useState(false);
  const [isWide, setWide] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const chips = isWide ? sentence.sources : sentence.sources.slice(0, chipsShown);
  const drop = one.mayEdit
    ? (source: { paragraphId: string }) =>
        editing.mutate({ do: 'change', sentence, dropSource: source.paragraphId })
    : undefined;
  return (
    <div className="sentence" id={`s-${sentence.id}`}>
      {isEdited ? (
        <WriteSentence one={one} sentence={sentence} editing={editing} onDone={() => setEdited(false)} />
      ) : (
        <p className="document-text">
          {label ? `${label} ` : ''}
          <MarkedText text={sentence.text} marks={sentence.marks} />
        </p>
      )}
      <div className="sentence-foot no-print">
        {chips.map((source) => (
          <SourceChip
            key={
              source.kind === 'agency-report'
                ? source.agencyReportId + source.paragraphId
                : source.kind + source.about
            }
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
        {here.map(({ name, window }) => (
          <span key={window} className="sentence-mark" role="status">
            {w.writing(name)}
          </span>
        ))}
        <AskMarks id={one.id} sentence={sentence} />
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
            <More one={one} sentence={sentence} editing={editing} onAsk={() => setAsking(true)} />
          </Group>
        ) : null}
      </div>
      {isAsking ? (
        <AskForm
          id={one.id}
          choices={agencySources(sentence.sources).map(asChoice)}
          sentenceId={sentence.id}
          onDone={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}

function More({
  one,
  sentence,
  editing,
  onAsk,
}: {
  one: Shown;
  sentence: Sentence;
  editing: Editing;
  onAsk: () => void;
}) {
  const t = useWords(consolidationWords);
  const a = useWords(askWords);
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
          {agencySources(sentence.sources).length ? <Menu.Item onClick={onAsk}>{a.ask}…</Menu.Item> : null}
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
      <ReasonDialog
        title={t.removeTitle}
        label={t.reason}
        help={t.removeHelp}
        act={t.remove}
        opened={isRemoving}
        close={() => setRemoving(false)}
        because={(reason) =>
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
