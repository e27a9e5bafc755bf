import { Group } from '@mantine/core';
import type { Period } from '#app/agencies/period.ts';
import { DayField } from '#app/web/day-field.tsx';
import { textOf } from '#app/web/form-dialog.tsx';
import { useWords } from '#app/web/language.tsx';
import { recordWords } from './record.words.ts';

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

export const periodOf = (form: FormData): Period => ({
  validFrom: textOf(form, 'validFrom') || null,
  validTo: textOf(form, 'validTo') || null,
});
