import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldShown, RegisterShown } from '#app/registers/register.contract.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { screenWords } from './screens.words.ts';
import { fieldOf } from './use-register.ts';

type Props = {
  register: RegisterShown;
  /** Values in words, by field, and sealed fields in which something stands. */
  row: { shown: Record<string, string>; sealed: readonly string[]; tables?: Record<string, string[][]> };
  /** What is said beside a field. */
  beside?: (field: string) => ReactNode;
};

/** What stands in a row, by the sections of its form; empty fields are left out. */
export function RowFacts({ register, row, beside }: Props) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const hasFact = (name: string) => row.shown[name] !== undefined || row.sealed.includes(name);
  return register.sections
    .filter(({ fields }) => fields.some(hasFact))
    .map((section) => (
      <section key={section.said.vi} className="paper" style={{ padding: '14px 18px' }}>
        <Title order={2} fz="md" mb="sm">
          {section.said[language]}
        </Title>
        <dl className="register-facts">
          {section.fields.filter(hasFact).map((name) => (
            <FactLine
              key={name}
              said={fieldOf(register, name).said[language]}
              isWide={row.tables?.[name] !== undefined}
            >
              {row.sealed.includes(name) ? t.sealedIs : null}
              {row.tables?.[name] ? (
                <LinesTable field={fieldOf(register, name)} lines={row.tables[name]} />
              ) : (
                row.shown[name]
              )}
              {beside?.(name)}
            </FactLine>
          ))}
        </dl>
      </section>
    ));
}

function FactLine({ said, isWide, children }: { said: string; isWide: boolean; children: ReactNode }) {
  const width = isWide ? 'wide' : undefined;
  return (
    <>
      <dt className={width}>{said}</dt>
      <dd className={width}>{children}</dd>
    </>
  );
}

/** A table within the row, such as a programme by day, on the page and on paper; columns that are empty are left out. */
function LinesTable({ field, lines }: { field: FieldShown; lines: readonly string[][] }) {
  const { language } = useLanguage();
  const columns = (field.input.columns ?? []).flatMap((column, at) =>
    lines.some((line) => line[at]) ? [{ ...column, at }] : [],
  );
  return (
    <ScrollRegion label={field.said[language]}>
      <table className="register-lines">
        <thead>
          <tr>
            {columns.map(({ name, said }) => (
              <th key={name} scope="col">
                {said[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own; their place is what they are
            <tr key={index}>
              {columns.map(({ name, kind, at }) => (
                <td key={name} className={shapes[kind]}>
                  {line[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Days stand on one line, numbers under one another. */
const shapes: Record<string, string> = { date: 'register-short', number: 'register-amount' };
