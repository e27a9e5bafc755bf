import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RegisterShown } from '#app/registers/register.contract.ts';
import type { Refusal } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { FieldInput } from './field-input.tsx';
import { screenWords } from './screens.words.ts';
import type { Value } from './use-around.ts';
import { fieldOf } from './use-register.ts';

export type Asked = { values?: Record<string, Value>; reason?: string };

type Props = {
  register: RegisterShown;
  /** What is about to be done; its button says the same. */
  title: string;
  /** Fields that are still empty and must be filled on the way. */
  fields: readonly string[];
  /** A sentence is asked that stays in the ledger. */
  withReason: boolean;
  error: Refusal | null;
  isSaving: boolean;
  send: (given: Asked) => void;
  close: () => void;
};

/** What must be said before something is done with a row. */
export function AskForm({ register, title, fields, withReason, error, isSaving, send, close }: Props) {
  const t = useWords(screenWords);
  const [values, setValues] = useState<Record<string, Value>>({});
  const [reason, setReason] = useState('');
  const errorAt = (path: string) => error?.errors.find((one) => one.path === path)?.message;
  return (
    <Modal opened onClose={close} title={title} size={fields.length ? 'lg' : 'md'}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send({ ...(fields.length ? { values } : {}), ...(withReason ? { reason } : {}) });
        }}
      >
        <Stack>
          {fields.map((name) => (
            <div key={name} data-field={name}>
              <FieldInput
                register={register.name}
                field={{ ...fieldOf(register, name), isRequired: true }}
                value={values[name]}
                onChange={(value) => setValues((now) => ({ ...now, [name]: value }))}
                error={errorAt(`values.${name}`)}
                names={{}}
              />
            </div>
          ))}
          {withReason ? (
            <Textarea
              label={t.reason}
              description={t.reasonHelp}
              error={errorAt('reason')}
              autosize
              minRows={2}
              required
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
          {error ? (
            <Text role="alert" c="red">
              {error.message}
            </Text>
          ) : null}
          <Group>
            <Button type="submit" loading={isSaving}>
              {title}
            </Button>
            <Button variant="default" onClick={close}>
              {t.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
