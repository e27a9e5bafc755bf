import { Anchor, Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { aidWords } from '#app/registers/aid/aid.words.ts';
import { listRegisters } from '#app/registers/register.contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showNumber } from '#app/web/show.ts';
import { screenWords } from './screens.words.ts';
import './screens.css';

/** All registers under the headings of the plan. */
export function RegistersPage() {
  const t = useWords(screenWords);
  const aid = useWords(aidWords);
  const { language } = useLanguage();
  const { data, error } = useQuery({ queryKey: ['registers'], queryFn: () => call(listRegisters, {}) });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <PageHeader title={t.registers} lead={t.registersLead}>
        <Button component={Link} to="/aid" variant="default">
          {aid.title}
        </Button>
      </PageHeader>
      {data.headings.length ? null : (
        <Empty title={t.none}>
          <Text>{t.noneHelp}</Text>
        </Empty>
      )}
      {data.headings.map((heading) => (
        <section key={heading.said.vi} className="paper register-heading">
          <Title order={2} fz="md" mb={6}>
            {heading.said[language]}
          </Title>
          <ul className="register-index">
            {heading.registers.map((register) => (
              <li key={register.name}>
                <Anchor component={Link} to={`/registers/${register.name}`} fw={600}>
                  {register.said[language]}
                </Anchor>
                <span className="register-soft">
                  {t.rows(showNumber(register.count), register.isMore)}
                  {register.due ? ` · ${t.near(showNumber(register.due))}` : ''}
                </span>
                <span className="register-soft register-basis">{register.basis}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
