import { ActionIcon, Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useWords } from '#app/web/language.tsx';
import type { LetterBlock } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';
import { TableEditor } from './table-editor.tsx';

const kinds = ['paragraph', 'item', 'h1', 'h2', 'h3', 'table'] as const;
type Kind = (typeof kinds)[number];

const kindOf = (block: LetterBlock): Kind =>
  block.kind === 'heading' ? (`h${block.level}` as Kind) : block.kind;
const blockOf = (kind: Kind, text: string, columns: DutyColumns): LetterBlock => {
  if (kind === 'paragraph' || kind === 'item') return { kind, text };
  if (kind === 'table') return emptyTable(columns, text);
  return { kind: 'heading', level: Number(kind[1]) as 1 | 2 | 3, text };
};

/** What a block says, kept where its kind changes: of a table one line a row. */
const textOf = (block: LetterBlock): string =>
  block.kind === 'table'
    ? block.rows.map((row) => row.filter((cell, at) => at > 0 && cell).join(', ')).join('\n')
    : block.text;

type DutyColumns = { number: string; duty: string; due: string; state: string };
const emptyTable = (t: DutyColumns, text: string): LetterBlock => ({
  kind: 'table',
  columns: [
    { header: t.number, width: 1, align: 'center' },
    { header: t.duty, width: 8 },
    { header: t.due, width: 2.4, align: 'center' },
    { header: t.state, width: 4 },
  ],
  rows: text.split('\n').map((line, at) => [String(at + 1), line, '', '']),
});

type Props = { blocks: LetterBlock[]; change: (blocks: LetterBlock[]) => void };

/** The body, paragraph by paragraph: only the kinds that the form knows; numbers and letters come by themselves. */
export function BlockEditor({ blocks, change }: Props) {
  const t = useWords(letterWords);
  const keys = useRef<number[]>([]);
  const last = useRef(0);
  while (keys.current.length < blocks.length) keys.current.push(++last.current);
  keys.current.length = blocks.length;
  const replace = (at: number, block: LetterBlock) =>
    change(blocks.map((one, index) => (index === at ? block : one)));
  const move = (at: number, to: number) => {
    const [next, order] = [[...blocks], keys.current];
    next.splice(to, 0, ...next.splice(at, 1));
    order.splice(to, 0, ...order.splice(at, 1));
    change(next);
  };
  const remove = (at: number) => {
    keys.current.splice(at, 1);
    change(blocks.filter((_, index) => index !== at));
  };
  return (
    <Stack gap="sm">
      {blocks.map((block, at) => (
        <div
          className={block.kind === 'table' ? 'letter-block is-table' : 'letter-block'}
          key={keys.current[at]}
        >
          <NativeSelect
            aria-label={t.blockKind(at + 1)}
            value={kindOf(block)}
            onChange={(event) =>
              replace(at, blockOf(event.currentTarget.value as Kind, textOf(block), t.dutyColumns))
            }
            data={kinds.map((kind) => ({ value: kind, label: t.blockKinds[kind] }))}
          />
          {block.kind === 'table' ? (
            <TableEditor block={block} number={at + 1} change={(next) => replace(at, next)} />
          ) : (
            <Textarea
              className="letter-text"
              aria-label={t.blockText(at + 1)}
              value={block.text}
              autosize
              minRows={1}
              onChange={(event) => replace(at, { ...block, text: event.currentTarget.value })}
            />
          )}
          <Group gap={4} wrap="nowrap" align="start">
            <Tool label={t.up(at + 1)} off={at === 0} act={() => move(at, at - 1)}>
              <IconArrowUp size={16} aria-hidden />
            </Tool>
            <Tool label={t.down(at + 1)} off={at === blocks.length - 1} act={() => move(at, at + 1)}>
              <IconArrowDown size={16} aria-hidden />
            </Tool>
            <Tool label={t.remove(at + 1)} act={() => remove(at)}>
              <IconTrash size={16} aria-hidden />
            </Tool>
          </Group>
        </div>
      ))}
      <Group>
        <Button variant="default" onClick={() => change([...blocks, { kind: 'paragraph', text: '' }])}>
          {t.add}
        </Button>
        <Button variant="default" onClick={() => change([...blocks, emptyTable(t.dutyColumns, '')])}>
          {t.addTable}
        </Button>
      </Group>
    </Stack>
  );
}

type ToolProps = { label: string; off?: boolean; act: () => void; children: React.ReactNode };

const Tool = ({ label, off = false, act, children }: ToolProps) => (
  <ActionIcon variant="default" size="lg" aria-label={label} disabled={off} onClick={act}>
    {children}
  </ActionIcon>
);
