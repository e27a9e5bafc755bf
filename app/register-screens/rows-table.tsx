import { Anchor, Table, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { FieldShown, ListedRow, RegisterShown } from '#app/registers/register.contract.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { screenWords } from './screens.words.ts';
import { fieldOf } from './use-register.ts';

type Props = {
  register: RegisterShown;
  rows: ListedRow[];
  sort: string | undefined;
  setSort: (sort: string) => void;
};

/** The rows of a list as a table; on a phone as cards. */
export function RowsTable(props: Props) {
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  return narrow ? <RowCards {...props} /> : <WideTable {...props} />;
}

function WideTable({ register, rows, sort, setSort }: Props) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  return (
    <ScrollRegion className="paper" label={register.said[language]}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {register.list.map((name) => {
              const field = fieldOf(register, name);
              return register.sortedBy.includes(name) ? (
                <SortHead key={name} name={name} field={field} sort={sort} setSort={setSort} />
              ) : (
                <Table.Th key={name} scope="col" className={headShapeOf(field)}>
                  {field.said[language]}
                </Table.Th>
              );
            })}
            {register.states.length ? <Table.Th scope="col">{t.state}</Table.Th> : null}
            <Table.Th scope="col">{t.agency}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              {register.list.map((name, at) => (
                <Table.Td key={name} className={shapeOf(fieldOf(register, name))}>
                  {at === 0 ? (
                    <Anchor component={Link} to={`/registers/${register.name}/${row.id}`} fw={500}>
                      {row.shown[name] ?? row.title}
                    </Anchor>
                  ) : (
                    (row.shown[name] ?? '')
                  )}
                </Table.Td>
              ))}
              {register.states.length ? <Table.Td>{stateOf(register, row, language)}</Table.Td> : null}
              <Table.Td>{row.agencyName}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function SortHead({
  name,
  field,
  sort,
  setSort,
}: {
  name: string;
  field: FieldShown;
  sort: string | undefined;
  setSort: (sort: string) => void;
}) {
  const { language } = useLanguage();
  const [isUp, isDown] = [sort === name, sort === `-${name}`];
  const Icon = isUp ? IconArrowUp : isDown ? IconArrowDown : IconArrowsSort;
  return (
    <Table.Th
      scope="col"
      className={headShapeOf(field)}
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}
    >
      <UnstyledButton
        fw="inherit"
        fz="inherit"
        style={{ minHeight: 24 }}
        onClick={() => setSort(isUp ? `-${name}` : name)}
      >
        {field.said[language]} <Icon size={14} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}

function RowCards({ register, rows }: Props) {
  const { language } = useLanguage();
  const [, ...others] = register.list;
  return (
    <ul className="register-cards" aria-label={register.said[language]}>
      {rows.map((row) => (
        <li key={row.id} className="paper">
          <Anchor component={Link} to={`/registers/${register.name}/${row.id}`} fw={600}>
            {row.title}
          </Anchor>
          <div className="register-soft">
            {[stateOf(register, row, language), row.agencyName].filter(Boolean).join(' · ')}
          </div>
          {others.map((name) =>
            row.shown[name] ? (
              <div key={name}>
                <span className="register-soft">{fieldOf(register, name).said[language]}:</span>{' '}
                {row.shown[name]}
              </div>
            ) : null,
          )}
        </li>
      ))}
    </ul>
  );
}

const stateOf = ({ states }: RegisterShown, { state }: ListedRow, language: 'vi' | 'en') =>
  states.find(({ value }) => value === state)?.said[language] ?? '';

/** Days and amounts stay on one line; amounts stand under one another. */
function shapeOf({ input: { control } }: FieldShown): string {
  if (control === 'number' || control === 'money') return 'register-short register-amount';
  return ['day', 'partial-day'].includes(control) ? 'register-short' : 'register-words';
}

/** Of its heading, which may break where what stands below may not. */
const headShapeOf = (field: FieldShown): string => shapeOf(field).replace('register-short', '');
