import { Anchor, Group, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { registerFigures } from '#app/registers/figures/figure.contract.ts';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showNumber } from '#app/web/show.ts';
import { screenWords } from './screens.words.ts';
import { useRegister } from './use-register.ts';
import './screens.css';

type Figure = Answer<typeof registerFigures>['figures'][number];

/** What a register counts over a window of days; money by currency. */
export function RegisterFiguresPage() {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const { register: name } = useParams({ strict: false }) as { register: string };
  const register = useRegister(name);
  const year = new Date().getFullYear();
  const [window, setWindow] = useState({ from: `${year}-01-01`, to: `${year}-12-31` });
  const { data, error } = useQuery({
    queryKey: ['registers', name, 'figures', window],
    queryFn: () => call(registerFigures, { params: { register: name }, query: window }),
    placeholderData: keepPreviousData,
  });
  if (error) throw error;
  if (!register || !data) return <Waiting />;
  return (
    <>
      <Anchor component={Link} to={`/registers/${name}`} fz="sm">
        ← {t.back(register.said[language])}
      </Anchor>
      <PageHeader title={`${t.figures}: ${register.said[language]}`} />
      <Group mb="md" align="end">
        <DayField
          label={t.begin}
          value={window.from}
          onChange={(from) => from && setWindow({ ...window, from })}
        />
        <DayField label={t.end} value={window.to} onChange={(to) => to && setWindow({ ...window, to })} />
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="paper register-scroll" tabIndex={0} aria-label={t.figures}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t.figure}</Table.Th>
              <Table.Th scope="col">{t.amountOf}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.figures.map((figure) => (
              <Table.Tr key={figure.key}>
                <Table.Td>
                  {figure.said[language]}
                  <div className="register-soft">{t.rules[figure.rule]}</div>
                </Table.Td>
                <Table.Td>
                  {figure.amounts.map((amount) => (
                    <div key={amount.currency ?? ''}>{sayAmount(figure, amount)}</div>
                  ))}
                  {figure.byCountry.length ? (
                    <Text className="register-soft">
                      {figure.byCountry.map((one) => `${one.name} ${showNumber(one.rows)}`).join('; ')}
                    </Text>
                  ) : null}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </>
  );
}

function sayAmount({ unit }: Figure, { amount, whole, currency }: Figure['amounts'][number]): string {
  if (whole === null) return `${showNumber(amount)} ${currency ?? unit}`;
  const share = whole ? Math.round((1000 * amount) / whole) / 10 : 0;
  return `${showNumber(amount)}/${showNumber(whole)} (${showNumber(share)}%)`;
}
