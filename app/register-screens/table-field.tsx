import { ActionIcon, Button, Input, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { words } from '#app/platform/words.ts';
import type { FieldShown } from '#app/registers/register.contract.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { type FieldProps, useAround, type Value } from './use-around.ts';

const tableWords = words({
  vi: {
    add: 'Thêm dòng',
    remove: (line: number) => `Bỏ dòng ${line}`,
    cell: (column: string, line: number) => `${column}, dòng ${line}`,
    none: '—',
  },
  en: {
    add: 'Add a line',
    remove: (line) => `Remove line ${line}`,
    cell: (column, line) => `${column}, line ${line}`,
    none: '—',
  },
});

type Column = NonNullable<FieldShown['input']['columns']>[number];

/** Rows within a row, such as the programme of a delegation by day: a line of controls each. */
export function TableField(props: FieldProps) {
  const t = useWords(tableWords);
  const { language } = useLanguage();
  const { label, required, error, description } = useAround(props);
  const id = useId();
  const columns = props.field.input.columns ?? [];
  const lines: Record<string, Value>[] = props.value ?? [];
  const put = (next: Record<string, Value>[]) => props.onChange(next.length ? next : null);
  const empty = Object.fromEntries(columns.map(({ name }) => [name, null]));
  return (
    <Input.Wrapper
      label={label}
      required={required}
      labelElement="div"
      id={id}
      {...(description ? { description } : {})}
      {...(error ? { error } : {})}
    >
      {lines.length ? (
        <ScrollRegion label={label}>
          <table className="register-table">
            <thead>
              <tr>
                {columns.map(({ name, said }) => (
                  <th key={name} scope="col">
                    {said[language]}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {lines.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own; their place is what they are
                <tr key={at}>
                  {columns.map((column) => (
                    <td key={column.name}>
                      <LineCell
                        column={column}
                        label={t.cell(column.said[language], at + 1)}
                        none={t.none}
                        value={line[column.name]}
                        onChange={(value) =>
                          put(lines.with(at, { ...line, [column.name]: value === '' ? null : value }))
                        }
                      />
                    </td>
                  ))}
                  <td>
                    <ActionIcon
                      variant="default"
                      aria-label={t.remove(at + 1)}
                      onClick={() => put(lines.toSpliced(at, 1))}
                    >
                      <IconTrash size={16} />
                    </ActionIcon>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : null}
      <Button variant="default" size="compact-sm" mt={6} onClick={() => put([...lines, empty])}>
        {t.add}
      </Button>
    </Input.Wrapper>
  );
}

type CellProps = {
  column: Column;
  label: string;
  none: string;
  value: Value;
  onChange: (value: Value) => void;
};

function LineCell({ column: { input }, label, none, value, onChange }: CellProps) {
  const { language } = useLanguage();
  if (input.control === 'day')
    return <DayField label={label} styles={{ label: hidden }} value={value ?? ''} onChange={onChange} />;
  if (input.control === 'choice')
    return (
      <NativeSelect
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[
          { value: '', label: none },
          ...(input.choices ?? []).map((one) => ({ value: one.value, label: one.said[language] })),
        ]}
      />
    );
  return (
    <TextInput
      aria-label={label}
      inputMode={input.control === 'number' ? 'numeric' : 'text'}
      maxLength={input.longest}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The heading of the column says it to the eye. */
const hidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;
