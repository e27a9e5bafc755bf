import { Alert, Anchor, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, memo, useCallback, useEffect, useRef, useState } from 'react';
import { AgencyPicker } from '#app/agencies/agency-picker.tsx';
import type { RegisterShown } from '#app/registers/register.contract.ts';
import type { Refusal } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { FieldInput, isWide } from './field-input.tsx';
import { screenWords } from './screens.words.ts';
import type { FieldProps, Value } from './use-around.ts';
import { fieldOf } from './use-register.ts';

export type RowFormGiven = {
  values: Record<string, Value>;
  agencyId: string | undefined;
  isDifferent: boolean;
};
type Alike = { id: string; title: string; agencyName: string };

type Props = {
  register: RegisterShown;
  /** What stands now; a new row begins with nothing. */
  before: { values: Record<string, Value>; names: Record<string, string>; agencyId: string | null };
  /** What a new row takes from another: sent as if it had been written. */
  taken?: Record<string, Value>;
  isNew: boolean;
  error: Refusal | null;
  isSaving: boolean;
  save: (given: RowFormGiven) => void;
  cancel: () => void;
};

/** The one form of all registers: only what was changed is sent. */
export function RowForm({ register, before, taken = {}, isNew, error, isSaving, save, cancel }: Props) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const [changed, setChanged] = useState<Record<string, Value>>(taken);
  const [agencyId, setAgency] = useState(before.agencyId);
  const set = useCallback(
    (name: string, value: Value) => setChanged((now) => ({ ...now, [name]: value })),
    [],
  );
  const form = useRef<HTMLFormElement>(null);
  const wrong = error?.errors.find(({ path }) => path.startsWith('values.'))?.path.slice('values.'.length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal leads to the first field that it marks
  useEffect(() => {
    if (!wrong) return;
    const controls = 'input:not([type=date], [type=file]), textarea, select, button';
    form.current?.querySelector<HTMLElement>(`[data-field="${wrong}"] :is(${controls})`)?.focus();
  }, [error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(false);
  };
  const send = (isDifferent: boolean) =>
    save({
      values: changed,
      agencyId: agencyId === before.agencyId ? undefined : (agencyId ?? undefined),
      isDifferent,
    });
  const alike = (error?.problem.alike ?? []) as Alike[];
  const errorAt = (field: string) => error?.errors.find(({ path }) => path === `values.${field}`)?.message;
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md">
        {register.sections.map((section) => (
          <section key={section.said.vi} className="paper" style={{ padding: '14px 18px' }}>
            <Title order={2} fz="md" mb="sm">
              {section.said[language]}
            </Title>
            <div className="register-form-grid">
              {section.fields.map((name) => (
                <FormField
                  key={name}
                  register={register.name}
                  field={fieldOf(register, name)}
                  value={name in changed ? changed[name] : before.values[name]}
                  set={set}
                  error={errorAt(name)}
                  names={before.names}
                />
              ))}
            </div>
          </section>
        ))}
        <WriteFor register={register} value={agencyId} onChange={setAgency} isNew={isNew} />
        {error && !alike.length ? (
          <Alert color="red" role="alert">
            {error.message}
          </Alert>
        ) : null}
        {alike.length ? (
          <Alert color="yellow" role="alert" title={t.alikeTitle}>
            <Text mb="xs">{error!.message}</Text>
            <ul style={{ margin: 0, paddingLeft: 18 }}>
              {alike.map((one) => (
                <li key={one.id}>
                  <Anchor component={Link} to={`/registers/${register.name}/${one.id}`} target="_blank">
                    {one.title}
                  </Anchor>{' '}
                  {t.alikeOpen(one.agencyName)}
                </li>
              ))}
            </ul>
            <Button mt="sm" variant="default" onClick={() => send(true)} loading={isSaving}>
              {t.isDifferent}
            </Button>
          </Alert>
        ) : null}
        <Group className="register-save">
          <Button type="submit" loading={isSaving}>
            {t.save}
          </Button>
          <Button variant="default" onClick={cancel}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type FieldGiven = Omit<FieldProps, 'onChange'> & { set: (name: string, value: Value) => void };

/** A form has up to seventy fields: a letter typed into one draws only that one anew. */
const FormField = memo(function FormField({ set, ...given }: FieldGiven) {
  const { field } = given;
  return (
    <div data-field={field.name} className={isWide(field) ? 'wide' : undefined}>
      <FieldInput {...given} onChange={(value) => set(field.name, value)} />
    </div>
  );
});

/** In whose name a row is kept: shown to who may write for more than one agency. */
function WriteFor({
  register,
  value,
  onChange,
  isNew,
}: {
  register: RegisterShown;
  value: string | null;
  onChange: (id: string | null) => void;
  isNew: boolean;
}) {
  const t = useWords(screenWords);
  const { writeFor } = register.may;
  if (writeFor === 'all')
    return (
      <section className="paper" style={{ padding: '14px 18px' }}>
        <div style={{ maxWidth: 420 }}>
          <AgencyPicker label={t.agency} value={value} onChange={onChange} />
        </div>
      </section>
    );
  if (!isNew || writeFor.length < 2) return null;
  return (
    <section className="paper" style={{ padding: '14px 18px' }}>
      <Select
        label={t.agency}
        maw={420}
        data={writeFor.map(({ id, name }) => ({ value: id, label: name }))}
        value={value}
        onChange={onChange}
      />
    </section>
  );
}
