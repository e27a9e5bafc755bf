import { NativeSelect, TextInput } from '@mantine/core';
import { nameKindNames } from '#app/agencies/agency-terms.ts';
import { allNameKinds, type DatedName, type NameKind } from '#app/agencies/dated-name.ts';
import { call } from '#app/web/call.ts';
import { FormDialog, textOf } from '#app/web/form-dialog.tsx';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { DatedRows } from './dated-rows.tsx';
import { Facts } from './facts.tsx';
import { PeriodFields, periodOf } from './period-fields.tsx';
import { addName, editName, removeName } from './record.contract.ts';
import { recordWords } from './record.words.ts';
import { useRecordChange } from './use-record.ts';

type Given = { id: string; names: DatedName[]; day: string; mayKeep: boolean };
/** Every name with its days. */
export function NamesSection({ id, names, day, mayKeep }: Given) {
  const t = useWords(recordWords);
  const { language } = useLanguage();
  return (
    <Facts title={t.names} help={t.namesHelp}>
      <DatedRows
        rows={names}
        day={day}
        mayKeep={mayKeep}
        add={t.addName}
        say={({ kind, name }) => ({
          label: name,
          note: nameKindNames[language][kind],
          strong: kind === 'full',
        })}
        form={(row, close) => <NameForm key={row?.id ?? 'new'} id={id} row={row} close={close} />}
        removeSure={({ name }) => t.removeSure(name)}
        remove={(row) => call(removeName, { params: { id, rowId: row.id } })}
      />
    </Facts>
  );
}

function NameForm({ id, row, close }: { id: string; row: DatedName | null; close: () => void }) {
  const t = useWords(recordWords);
  const { language } = useLanguage();
  const saving = useRecordChange((form: FormData) => {
    const body = { name: textOf(form, 'name'), kind: textOf(form, 'kind') as NameKind, ...periodOf(form) };
    return row
      ? call(editName, { params: { id, rowId: row.id }, body })
      : call(addName, { params: { id }, body });
  }, close);
  const { errorAt } = saving;
  return (
    <FormDialog
      title={row ? t.editName : t.addName}
      help={t.renameHelp}
      error={saving.errorBeside(['name', 'validFrom', 'validTo'])}
      act={t.save}
      isSending={saving.isPending}
      send={saving.mutate}
      close={close}
    >
      <TextInput
        name="name"
        label={t.name}
        required
        minLength={2}
        maxLength={200}
        defaultValue={row?.name ?? ''}
        error={errorAt('name')}
        data-autofocus
      />
      <NativeSelect
        name="kind"
        label={t.is}
        defaultValue={row?.kind ?? 'short'}
        data={allNameKinds.map((kind) => ({ value: kind, label: nameKindNames[language][kind] }))}
      />
      <PeriodFields row={row} errorAt={errorAt} />
    </FormDialog>
  );
}
