import { Checkbox, Group, NativeSelect, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showInstant } from '#app/web/show.ts';
import { compareLines, type subjectLedger } from './ledger.contract.ts';
import { ledgerWords } from './ledger.words.ts';

type Lines = Answer<typeof subjectLedger>['lines'];
type Props = { lines: Lines; subjectKind: string; subjectId: string };

/** Any two moments of a record side by side; at first, as it was created and as it is. */
export function CompareVersions({ lines, subjectKind, subjectId }: Props) {
  const t = useWords(ledgerWords);
  const view = useSearch({ strict: false }) as { from?: number; to?: number };
  const navigate = useNavigate();
  const to = Math.min(Number(view.to) || lines.length, lines.length);
  const from = Math.min(Number(view.from) || 1, to - 1);
  const go = (search: { from: number; to: number }) =>
    void navigate({
      to: `/ledger/${subjectKind}/${subjectId}` as never,
      search: search as never,
      replace: true,
    });
  const options = lines.map((line) => ({
    value: String(line.seq),
    label: t.line(line.seq, showInstant(line.at)),
  }));
  return (
    <section className="paper" style={{ padding: '14px 18px' }}>
      <Title order={2} fz="lg">
        {t.compare}
      </Title>
      {lines.length < 2 || !lines.some((line) => line.hasFields) ? (
        <Text c="dimmed">{t.nothingToCompare}</Text>
      ) : (
        <>
          <Text c="dimmed" mb="sm">
            {t.compareHelp}
          </Text>
          <Group align="end" mb="md">
            <NativeSelect
              label={t.pickFrom}
              data={options.slice(0, -1)}
              value={String(from)}
              onChange={(event) => {
                const chosen = Number(event.currentTarget.value);
                go({ from: chosen, to: Math.max(to, chosen + 1) });
              }}
            />
            <NativeSelect
              label={t.pickTo}
              data={options.slice(from)}
              value={String(to)}
              onChange={(event) => go({ from, to: Number(event.currentTarget.value) })}
            />
          </Group>
          <Versions params={{ subjectKind, subjectId }} from={from} to={to} />
        </>
      )}
    </section>
  );
}

type Asked = { params: { subjectKind: string; subjectId: string }; from: number; to: number };

function Versions({ params, from, to }: Asked) {
  const t = useWords(ledgerWords);
  const { language } = useLanguage();
  const [isAll, setAll] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['ledger', params.subjectKind, params.subjectId, 'compare', from, to],
    queryFn: () => call(compareLines, { params, query: { from, to } }),
    placeholderData: (before) => before,
  });
  if (error) return <Text role="alert">{error.message}</Text>;
  if (!data) return <Waiting />;
  const fields = isAll ? data.fields : data.fields.filter((one) => one.differs);
  return (
    <>
      <Checkbox
        label={t.onlyDifferent}
        checked={!isAll}
        onChange={(event) => setAll(!event.currentTarget.checked)}
        mb="sm"
      />
      {fields.length ? (
        <ScrollRegion label={t.compare}>
          <Table className="ledger-versions" aria-label={t.compare} miw={480}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t.field}</Table.Th>
                <Table.Th scope="col">{t.before}</Table.Th>
                <Table.Th scope="col">{t.after}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {fields.map((one) => (
                <Table.Tr key={one.name.vi}>
                  <Table.Th scope="row">
                    {one.name[language]}
                    {one.differs && isAll ? (
                      <Text span c="dimmed" fz="sm">
                        {' '}
                        ({t.differs})
                      </Text>
                    ) : null}
                  </Table.Th>
                  <Table.Td className={one.differs ? 'was' : undefined}>{one.before[language]}</Table.Td>
                  <Table.Td>{one.after[language]}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      ) : (
        <Text>{t.sameFields}</Text>
      )}
    </>
  );
}
