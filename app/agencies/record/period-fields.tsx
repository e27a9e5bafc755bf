import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { Period } from '#app/agencies/period.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { recordWords } from './record.words.ts';

export type RowForm = {
  title: string;
  help?: string;
  error: string | undefined;
  isSaving: boolean;
  save: (form: FormData) => void;
  close: () => void;
  children: ReactNode;
};

/** A dated row of an agency in a window of its own, with what the server says of it. */
export function RowForm({ title, help, error, isSaving, save, close, children }: RowForm) {
  const t = useWords(recordWords);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save(new FormData(event.currentTarget));
  };
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t.cancel }} size="lg">
      <form onSubmit={submit} aria-label={title}>
        <Stack gap="sm">
          {help ? (
            <Text fz="sm" c="dimmed">
              {help}
            </Text>
          ) : null}
          {children}
          {error ? (
            <Text role="alert" c="red">
              {error}
            </Text>
          ) : null}
          <Group>
            <Button type="submit" loading={isSaving}>
              {t.save}
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

/** The two days of a row; both may stay empty. */
export function PeriodFields({
  row,
  errorAt,
  labels,
}: {
  row: Period | null;
  errorAt: (path: string) => string | undefined;
  labels?: { from: string; to: string };
}) {
  const t = useWords(recordWords);
  return (
    <Group grow align="start">
      <DayField
        name="validFrom"
        label={labels?.from ?? t.from}
        description={t.datesHelp}
        defaultValue={row?.validFrom ?? ''}
        error={errorAt('validFrom')}
      />
      <DayField
        name="validTo"
        label={labels?.to ?? t.to}
        description={t.datesHelp}
        defaultValue={row?.validTo ?? ''}
        error={errorAt('validTo')}
      />
    </Group>
  );
}

export const textOf = (form: FormData, field: string): string => String(form.get(field) ?? '').trim();
export const periodOf = (form: FormData): Period => ({
  validFrom: textOf(form, 'validFrom') || null,
  validTo: textOf(form, 'validTo') || null,
});
