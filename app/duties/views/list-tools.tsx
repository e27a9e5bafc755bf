import { Button, Checkbox, Group, Menu, NativeSelect, Popover, Text } from '@mantine/core';
import { IconColumns3, IconDownload } from '@tabler/icons-react';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { groupings } from '../duty.contract.ts';
import type { DutyView, DutyViewing } from '../duty-view.ts';
import { type Column, columns, writeColumns } from './columns.ts';
import { exportAddress } from './export-address.ts';
import { PrintButton } from './print-button.tsx';
import { viewsWords } from './views.words.ts';

/** What a table can do besides: groups, columns, all rows, a file, paper. */
export function ListTools({ viewing }: { viewing: DutyViewing }) {
  const t = useWords(viewsWords);
  const { view, change } = viewing;
  return (
    <>
      {view.rows === 'all' ? <p className="print-only">{t.printedPart}</p> : null}
      <Group gap="xs" align="end" mb="sm" className="no-print">
        <NativeSelect
          label={t.by}
          size="xs"
          data={[
            { value: '', label: t.noGrouping },
            ...groupings.map((by) => ({ value: by, label: t.groupings[by] })),
          ]}
          value={view.by ?? ''}
          onChange={(event) => change({ by: (event.currentTarget.value || undefined) as DutyView['by'] })}
        />
        <Columns viewing={viewing} />
        <Button
          size="xs"
          variant="default"
          visibleFrom="sm"
          aria-pressed={view.rows === 'all'}
          onClick={() => change({ rows: view.rows === 'all' ? undefined : 'all' })}
        >
          {view.rows === 'all' ? t.paged : t.allRows}
        </Button>
        <Download viewing={viewing} />
        <PrintButton />
      </Group>
    </>
  );
}

function Columns({ viewing: { columns: chosen, change } }: { viewing: DutyViewing }) {
  const t = useWords(viewsWords);
  return (
    <Popover position="bottom-start" withinPortal trapFocus>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={16} />}>
          {t.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          label={t.columnsLegend}
          value={chosen}
          onChange={(wanted) => change({ columns: writeColumns(wanted as Column[]) })}
        >
          {columns.map((column) => (
            <Checkbox key={column} value={column} label={t.columnNames[column]} mt={8} />
          ))}
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}

function Download({ viewing }: { viewing: DutyViewing }) {
  const { language } = useLanguage();
  const t = useWords(viewsWords);
  return (
    <Menu withinPortal position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={16} />}>
          {t.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={exportAddress('xlsx', viewing, language)} download>
          {t.exportXlsx}
        </Menu.Item>
        <Menu.Item component="a" href={exportAddress('csv', viewing, language)} download>
          {t.exportCsv}
        </Menu.Item>
        <Text fz="xs" c="dimmed" p="xs" maw={260}>
          {t.exportHelp}
        </Text>
      </Menu.Dropdown>
    </Menu>
  );
}
