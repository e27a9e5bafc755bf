import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { nameKindNames } from '#app/agencies/agency-terms.ts';
import { allNameKinds, type DatedName, type NameKind } from '#app/agencies/dated-name.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { DatedRow, Facts } from './facts.tsx';
import { addName, editName, removeName } from './record.contract.ts';
import { recordWords } from './record.words.ts';
import { RemoveRow } from './remove-row.tsx';
import { PeriodFields, periodOf, RowForm, textOf } from './row-form.tsx';
import { useRecordChange } from './use-record.ts';

type Given = { id: string; names: DatedName[]; day: string; mayKeep: boolean };
type Doing = { what: 'add' } | { what: 'edit' | 'remove'; row: DatedName } | null;

/** Every name with its days; the keeper adds, corrects, closes and takes out mistakes. */
export function NamesSection({ id, names, day, mayKeep }: Given) {
  const t = useWords(recordWords);
  const { language } = useLanguage();
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  return (
    <Facts title={t.names} help={t.namesHelp}>
      <ul className="agency-dated-rows">
        {names.map((row) => (
          <DatedRow
            key={row.id}
            row={row}
            day={day}
            strong={row.kind === 'full'}
            label={row.name}
            note={nameKindNames[language][row.kind]}
            {...(mayKeep
              ? {
                  edit: () => setDoing({ what: 'edit', row }),
                  remove: () => setDoing({ what: 'remove', row }),
                }
              : {})}
          />
        ))}
      </ul>
      {mayKeep ? (
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => setDoing({ what: 'add' })}
        >
          {t.addName}
        </Button>
      ) : null}
      {doing?.what === 'add' ? <NameForm id={id} row={null} close={close} /> : null}
      {doing?.what === 'edit' ? <NameForm id={id} row={doing.row} close={close} /> : null}
      {doing?.what === 'remove' ? (
        <RemoveRow
          question={t.removeSure(doing.row.name)}
          remove={() => call(removeName, { params: { id, rowId: doing.row.id } })}
          close={close}
        />
      ) : null}
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
    <RowForm
      title={row ? t.editName : t.addName}
      help={t.renameHelp}
      error={saving.errorBeside(['name', 'validFrom', 'validTo'])}
      isSaving={saving.isPending}
      save={saving.mutate}
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
    </RowForm>
  );
}
