import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useWords } from './language.tsx';
import { shellWords } from './shell.words.ts';

export type FormDialogProps = {
  title: string;
  help?: string;
  /** What the server says that no field shows. */
  error?: string | undefined;
  /** The word of the one act. */
  act: string;
  isSending: boolean;
  /** False while something is missing that the browser does not ask for by itself. */
  isReady?: boolean;
  /** What cannot be taken back is red. */
  isFinal?: boolean;
  send: (form: FormData) => void;
  close: () => void;
  opened?: boolean;
  /** Acts beside the one. */
  beside?: ReactNode;
  children?: ReactNode;
};

/** A form in a window of its own: what it asks, what the server says of it, one act, and the way out. */
export function FormDialog(props: FormDialogProps) {
  const { title, help, error, act, isSending, isReady = true, isFinal = false, opened = true } = props;
  const t = useWords(shellWords);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    props.send(new FormData(event.currentTarget));
  };
  return (
    <Modal
      opened={opened}
      onClose={props.close}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t.cancel }}
    >
      <form onSubmit={submit} aria-label={title}>
        <Stack gap="sm">
          {help ? (
            <Text fz="sm" c="dimmed">
              {help}
            </Text>
          ) : null}
          {props.children}
          {error ? (
            <Text role="alert" c="red">
              {error}
            </Text>
          ) : null}
          <Group>
            <Button
              type="submit"
              loading={isSending}
              disabled={!isReady}
              {...(isFinal ? { color: 'red' } : {})}
            >
              {act}
            </Button>
            <Button variant="default" onClick={props.close}>
              {t.cancel}
            </Button>
            {props.beside}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What stands in a field, without spaces around it. */
export const textOf = (form: FormData, field: string): string => String(form.get(field) ?? '').trim();
