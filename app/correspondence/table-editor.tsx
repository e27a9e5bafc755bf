import { ActionIcon, Button, Group, Table, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import type { LetterBlock } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';

type Block = Extract<LetterBlock, { kind: 'table' }>;
type Props = { block: Block; number: number; change: (block: Block) => void };

const MOST_COLUMNS = 8;

/** Room to write in a column, pixels, by its share of the printed width. */
const leastWidth = (share: number): number => (share > 6 ? 230 : share > 3 ? 170 : share < 2 ? 104 : 132);

/** A table of the body: cells are written where they stand; numbers of "STT" are the writer's own. */
export function TableEditor({ block, number, change }: Props) {
  const t = useWords(letterWords);
  const { columns, rows } = block;
  const keys = useRef<number[]>([]);
  const last = useRef(0);
  while (keys.current.length < rows.length) keys.current.push(++last.current);
  keys.current.length = rows.length;
  const setCell = (row: number, column: number, value: string) =>
    change({
      ...block,
      rows: rows.map((cells, at) =>
        at === row ? columns.map((_, index) => (index === column ? value : (cells[index] ?? ''))) : cells,
      ),
    });
  const removeRow = (row: number) => {
    keys.current.splice(row, 1);
    change({ ...block, rows: rows.filter((_, at) => at !== row) });
  };
  const removeColumn = (column: number) =>
    change({
      ...block,
      columns: columns.filter((_, at) => at !== column),
      rows: rows.map((cells) => cells.filter((_, at) => at !== column)),
    });
  const addRow = () => {
    const numbered = /^STT$/i.test(columns[0]?.header ?? '') ? String(rows.length + 1) : '';
    change({ ...block, rows: [...rows, columns.map((_, at) => (at === 0 ? numbered : ''))] });
  };
  return (
    <div className="letter-text">
      <TextInput
        aria-label={t.tableCaption(number)}
        placeholder={t.tableCaption(number)}
        value={block.caption ?? ''}
        onChange={(event) => {
          const { caption: _, ...rest } = block;
          const { value } = event.currentTarget;
          change(value ? { ...rest, caption: value } : rest);
        }}
      />
      <ScrollRegion label={t.tableOf(number)}>
        <Table aria-label={t.tableOf(number)} withRowBorders={false} className="letter-grid">
          <Table.Thead>
            <Table.Tr>
              {columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and keep their order.
                <Table.Th scope="col" key={at} miw={leastWidth(column.width)}>
                  <Group gap={4} wrap="nowrap">
                    <TextInput
                      flex={1}
                      aria-label={t.columnHead(at + 1)}
                      value={column.header}
                      onChange={(event) => {
                        const { value } = event.currentTarget;
                        change({
                          ...block,
                          columns: columns.map((one, index) =>
                            index === at ? { ...one, header: value } : one,
                          ),
                        });
                      }}
                    />
                    {columns.length > 1 ? (
                      <ActionIcon
                        variant="subtle"
                        size="md"
                        aria-label={t.removeColumn(at + 1)}
                        onClick={() => removeColumn(at)}
                      >
                        <IconTrash size={14} aria-hidden />
                      </ActionIcon>
                    ) : null}
                  </Group>
                </Table.Th>
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((cells, row) => (
              <Table.Tr key={keys.current[row]}>
                {columns.map((_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order.
                  <Table.Td key={column} valign="top">
                    <Textarea
                      aria-label={t.cell(row + 1, column + 1)}
                      value={cells[column] ?? ''}
                      autosize
                      minRows={1}
                      onChange={(event) => setCell(row, column, event.currentTarget.value)}
                    />
                  </Table.Td>
                ))}
                <Table.Td valign="top">
                  <ActionIcon
                    variant="default"
                    size="lg"
                    aria-label={t.removeRow(row + 1)}
                    onClick={() => removeRow(row)}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <Group mt={6} gap="xs">
        <Button variant="default" size="compact-md" onClick={addRow}>
          {t.addRow}
        </Button>
        {columns.length < MOST_COLUMNS ? (
          <Button
            variant="default"
            size="compact-md"
            onClick={() =>
              change({
                ...block,
                columns: [...columns, { header: '', width: 3 }],
                rows: rows.map((cells) => [...columns.map((_, at) => cells[at] ?? ''), '']),
              })
            }
          >
            {t.addColumn}
          </Button>
        ) : null}
      </Group>
    </div>
  );
}
