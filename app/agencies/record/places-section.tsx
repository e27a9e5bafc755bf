import { Anchor, Button, NativeSelect, Select, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { registerOnQuery } from '#app/agencies/agency.queries.ts';
import { hierarchyNames } from '#app/agencies/agency-terms.ts';
import { type Hierarchy, hierarchies } from '#app/agencies/hierarchy.ts';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { DatedRow, Facts } from './facts.tsx';
import { addParent, editParent, removeParent, type showAgency } from './record.contract.ts';
import { recordWords } from './record.words.ts';
import { RemoveRow } from './remove-row.tsx';
import { PeriodFields, periodOf, RowForm, textOf } from './row-form.tsx';
import { useRecordChange } from './use-record.ts';

type Place = Answer<typeof showAgency>['parents'][number];
type Given = { id: string; places: Place[]; day: string; asOf: string | undefined; mayKeep: boolean };
type Doing = { what: 'add' } | { what: 'edit' | 'remove'; row: Place } | null;

/** Below whom the agency stands in each hierarchy, and when. */
export function PlacesSection({ id, places, day, asOf, mayKeep }: Given) {
  const t = useWords(recordWords);
  const { language } = useLanguage();
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  return (
    <Facts title={t.places}>
      {places.length ? (
        <ul className="agency-dated-rows">
          {places.map((row) => (
            <DatedRow
              key={row.id}
              row={row}
              day={day}
              label={row.otherName}
              shown={
                <Anchor component={Link} to={`/agencies/${row.otherId}`} search={{ asOf } as never}>
                  {row.otherName}
                </Anchor>
              }
              note={hierarchyNames[language][row.hierarchy]}
              {...(mayKeep
                ? {
                    edit: () => setDoing({ what: 'edit', row }),
                    remove: () => setDoing({ what: 'remove', row }),
                  }
                : {})}
            />
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{t.noPlaces}</Text>
      )}
      {mayKeep ? (
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => setDoing({ what: 'add' })}
        >
          {t.addPlace}
        </Button>
      ) : null}
      {doing?.what === 'add' ? <PlaceForm id={id} row={null} close={close} /> : null}
      {doing?.what === 'edit' ? <PlaceForm id={id} row={doing.row} close={close} /> : null}
      {doing?.what === 'remove' ? (
        <RemoveRow
          question={t.removePlaceSure(doing.row.otherName)}
          remove={() => call(removeParent, { params: { id, rowId: doing.row.id } })}
          close={close}
        />
      ) : null}
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
    <RowForm
      title={row ? t.editPlace : t.addPlace}
      error={saving.errorBeside(['parentId', 'validFrom', 'validTo'])}
      isSaving={saving.isPending}
      save={saving.mutate}
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
    </RowForm>
  );
}
