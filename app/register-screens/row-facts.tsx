import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RegisterShown } from '#app/registers/register.contract.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { screenWords } from './screens.words.ts';
import { fieldOf } from './use-register.ts';

type Props = {
  register: RegisterShown;
  /** Values in words, by field, and sealed fields in which something stands. */
  row: { shown: Record<string, string>; sealed: readonly string[] };
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
            <FactLine key={name} said={fieldOf(register, name).said[language]}>
              {row.sealed.includes(name) ? t.sealedIs : row.shown[name]}
              {beside?.(name)}
            </FactLine>
          ))}
        </dl>
      </section>
    ));
}

function FactLine({ said, children }: { said: string; children: ReactNode }) {
  return (
    <>
      <dt>{said}</dt>
      <dd>{children}</dd>
    </>
  );
}
