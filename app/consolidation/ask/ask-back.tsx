import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { type AskedOf, makeAsks } from './ask.contract.ts';
import { askWords } from './ask.words.ts';
import { useAsks } from './use-asks.ts';

/** An agency that may be asked, and about which words or figure of its report. */
export type AskChoice = { agency: string; quote: string; of: AskedOf };
type Sent = { words: string; dueOn?: string; chosen: AskChoice[] };

/** Opens the question where it is pressed; not there for those who may not ask, nor once the report is issued. */
export function AskBack({
  id,
  choices,
  sentenceId,
}: {
  id: string;
  choices: readonly AskChoice[];
  sentenceId?: string;
}) {
  const t = useWords(askWords);
  const { data } = useAsks(id);
  const [isAsking, setAsking] = useState(false);
  if (!data?.mayAsk || !choices.length) return null;
  if (isAsking)
    return (
      <AskForm
        id={id}
        choices={choices}
        {...(sentenceId ? { sentenceId } : {})}
        onDone={() => setAsking(false)}
      />
    );
  return (
    <Button
      size="compact-sm"
      variant="default"
      className="no-print"
      style={{ alignSelf: 'flex-start' }}
      aria-label={choices.length === 1 ? t.askOf(choices[0]!.agency) : t.ask}
      onClick={() => setAsking(true)}
    >
      {t.ask}
    </Button>
  );
}

/** A question to the agencies of a sentence, a paragraph, a figure. */
export function AskForm({
  id,
  choices,
  sentenceId,
  onDone,
}: {
  id: string;
  choices: readonly AskChoice[];
  sentenceId?: string;
  onDone: () => void;
}) {
  const send = ({ chosen, ...question }: Sent) =>
    call(makeAsks, {
      params: { id },
      body: { ...question, of: chosen.map(({ of }) => of), ...(sentenceId ? { sentenceId } : {}) },
    });
  return <QuestionForm id={id} choices={choices} send={send} onDone={onDone} />;
}

/** The words of a question, whom it goes to, and its day; `send` does what the place asks for. */
export function QuestionForm({
  id,
  choices,
  send,
  onDone,
  first = '',
}: {
  id: string;
  choices: readonly AskChoice[];
  send: (sent: Sent) => Promise<unknown>;
  onDone: () => void;
  /** Words to begin with. */
  first?: string;
}) {
  const t = useWords(askWords);
  const client = useQueryClient();
  const { data } = useAsks(id);
  const [words, setWords] = useState(first);
  const [dueOn, setDueOn] = useState('');
  const [left, setLeft] = useState<readonly number[]>([]);
  const chosen = choices.filter((_, index) => !left.includes(index));
  const sending = useMutation({
    mutationFn: () => send({ words, chosen, ...(dueOn ? { dueOn } : {}) }),
    onSuccess: async () => {
      onDone();
      notifications.show({ message: t.sent(chosen.length) });
      await client.invalidateQueries({ queryKey: ['consolidation', id] });
    },
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    sending.mutate();
  };
  const toggle = (index: number) =>
    setLeft(left.includes(index) ? left.filter((one) => one !== index) : [...left, index]);
  return (
    <form onSubmit={submit} className="ask-form no-print" aria-label={t.ask}>
      <Stack gap="xs">
        {choices.length > 1 ? (
          <fieldset className="ask-whom">
            <legend>{t.whom}</legend>
            {choices.map(({ agency, quote }, index) => (
              <Checkbox
                // biome-ignore lint/suspicious/noArrayIndexKey: the choices of one opened form stay in place
                key={index}
                checked={!left.includes(index)}
                onChange={() => toggle(index)}
                label={agency}
                description={short(quote)}
                mt={4}
              />
            ))}
          </fieldset>
        ) : (
          <Text fz="sm">
            <b>{t.askOf(choices[0]!.agency)}.</b> {t.about}: “{short(choices[0]!.quote)}”
          </Text>
        )}
        <Textarea
          label={t.question}
          description={t.questionHelp}
          required
          minLength={3}
          maxLength={4000}
          autosize
          minRows={2}
          autoFocus
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <DayField
          label={t.due}
          description={data ? t.dueHelp(data.answerWorkingDays) : ''}
          value={dueOn || (data?.proposedDueOn ?? '')}
          onChange={setDueOn}
          maw={240}
        />
        {sending.error ? (
          <Text role="alert" fz="sm">
            {sending.error.message}
          </Text>
        ) : null}
        <Group gap="xs">
          <Button size="compact-md" type="submit" loading={sending.isPending} disabled={!chosen.length}>
            {t.send}
          </Button>
          <Button size="compact-md" variant="default" onClick={onDone}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const short = (text: string) => (text.length > 160 ? `${text.slice(0, 159)}…` : text);
