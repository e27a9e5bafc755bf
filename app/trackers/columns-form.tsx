import { Button, Group, NumberInput, Select, Table } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { type TrackerField, trackerFields } from './columns.ts';
import type { TrackerMapping, TrackerPlanShown } from './tracker.contract.ts';
import { trackerWords } from './tracker.words.ts';

type Props = { plan: TrackerPlanShown; again: (mapping: TrackerMapping) => void; busy: boolean };

/** What each column is taken for, as proposed; another word is a choice away. */
export function ColumnsForm({ plan, again, busy }: Props) {
  const t = useWords(trackerWords);
  const [mapping, setMapping] = useState(plan.mapping);
  const choices = trackerFields.map((value) => ({ value, label: t.fields[value] }));
  const setField = (at: number, field: TrackerField | null) =>
    setMapping({ ...mapping, fields: mapping.fields.map((one, index) => (index === at ? field : one)) });
  return (
    <div className="paper tracker-paper">
      <Group gap="sm" align="end" mb="sm">
        {plan.sheets.length > 1 ? (
          <Select
            label={t.sheet}
            data={plan.sheets.map((label, at) => ({ value: String(at), label }))}
            value={String(mapping.sheet)}
            allowDeselect={false}
            onChange={(sheet) => setMapping({ ...mapping, sheet: Number(sheet) })}
          />
        ) : null}
        <NumberInput
          label={t.firstHeading}
          min={1}
          max={200}
          w={150}
          value={mapping.first}
          onChange={(first) => setMapping({ ...mapping, first: Number(first) || 1 })}
        />
        <NumberInput
          label={t.lastHeading}
          min={1}
          max={200}
          w={150}
          value={mapping.last}
          onChange={(last) => setMapping({ ...mapping, last: Number(last) || 1 })}
        />
        <Button variant="default" loading={busy} onClick={() => again(mapping)}>
          {t.again}
        </Button>
      </Group>
      <ScrollRegion label={t.mapColumns}>
        <Table aria-label={t.mapColumns}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t.column}</Table.Th>
              <Table.Th scope="col">{t.heading}</Table.Th>
              <Table.Th scope="col">{t.sample}</Table.Th>
              <Table.Th scope="col">{t.means}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.columns.map((column, at) => (
              <Table.Tr key={column.letter}>
                <Table.Th scope="row">{column.letter}</Table.Th>
                <Table.Td>{column.heading || '–'}</Table.Td>
                <Table.Td className="tracker-soft">{column.sample || '–'}</Table.Td>
                <Table.Td>
                  <Select
                    aria-label={t.meansOf(column.letter)}
                    placeholder={t.unused}
                    data={choices}
                    value={mapping.fields[at] ?? null}
                    onChange={(field) => setField(at, field as TrackerField | null)}
                    clearable
                    miw={190}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </div>
  );
}
