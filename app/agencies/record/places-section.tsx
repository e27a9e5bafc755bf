import { Anchor, NativeSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { registerOnQuery } from '#app/agencies/agency.queries.ts';
import { hierarchyNames } from '#app/agencies/agency-terms.ts';
import { type Hierarchy, hierarchies } from '#app/agencies/hierarchy.ts';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { FormDialog, textOf } from '#app/web/form-dialog.tsx';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { DatedRows } from './dated-rows.tsx';
import { Facts } from './facts.tsx';
import { PeriodFields, periodOf } from './period-fields.tsx';
import { addParent, editParent, removeParent, type showAgency } from './record.contract.ts';
import { recordWords } from './record.words.ts';
import { useRecordChange } from './use-record.ts';

type Place = Answer<typeof showAgency>['parents'][number];
type Given = { id: string; places: Place[]; day: string; asOf: string | undefined; mayKeep: boolean };
/** Below whom the agency stands in each hierarchy, and when. */
export function PlacesSection({ id, places, day, asOf, mayKeep }: Given) {
  const t = useWords(recordWords);
  const { language } = useLanguage();
  return (
    <Facts title={t.places}>
      <DatedRows
        rows={places}
        day={day}
        mayKeep={mayKeep}
        none={t.noPlaces}
        add={t.addPlace}
        say={({ otherId, otherName, hierarchy }) => ({
          label: otherName,
          note: hierarchyNames[language][hierarchy],
          shown: (
            <Anchor component={Link} to={`/agencies/${otherId}`} search={{ asOf } as never}>
              {otherName}
            </Anchor>
          ),
        })}
        form={(row, close) => <PlaceForm key={row?.id ?? 'new'} id={id} row={row} close={close} />}
        removeSure={({ otherName }) => t.removePlaceSure(otherName)}
        remove={(row) => call(removeParent, { params: { id, rowId: row.id } })}
      />
    </Facts>
  );
}

function PlaceForm({ id, row, close }: { id: string; row: Place | null; close: () => void }) {
  const t = useWords(recordWords);
  const { language } = useLanguage();
  const { data } = useQuery(registerOnQuery());
  const [parentId, setParentId] = useState(row?.otherId ?? null);
  const saving = useRecordChange((form: FormData) => {
    const hierarchy = textOf(form, 'hierarchy') as Hierarchy;
    const body = { hierarchy, parentId: parentId ?? '', ...periodOf(form) };
    return row
      ? call(editParent, { params: { id, rowId: row.id }, body })
      : call(addParent, { params: { id }, body });
  }, close);
  const { errorAt } = saving;
  const choices = (data?.agencies ?? []).filter((one) => one.id !== id);
  return (
    <FormDialog
      title={row ? t.editPlace : t.addPlace}
      error={saving.errorBeside(['parentId', 'validFrom', 'validTo'])}
      act={t.save}
      isSending={saving.isPending}
      send={saving.mutate}
      close={close}
    >
      <NativeSelect
        name="hierarchy"
        label={t.hierarchy}
        defaultValue={row?.hierarchy ?? 'state'}
        data={hierarchies.map((one) => ({ value: one, label: hierarchyNames[language][one] }))}
      />
      <Select
        label={t.parent}
        placeholder={t.choose}
        searchable
        required
        limit={60}
        value={parentId}
        onChange={setParentId}
        error={errorAt('parentId')}
        data={choices.map(({ id: value, name }) => ({ value, label: name }))}
      />
      <PeriodFields row={row} errorAt={errorAt} />
    </FormDialog>
  );
}
