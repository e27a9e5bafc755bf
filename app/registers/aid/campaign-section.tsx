import { NativeSelect, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { listRows } from '../register.contract.ts';
import { campaignResults } from './aid.contract.ts';
import { aidWords } from './aid.words.ts';

/** Targets of a campaign beside what its aid items brought; nothing where there is no campaign. */
export function CampaignSection() {
  const t = useWords(aidWords);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: campaigns } = useQuery({
    queryKey: ['registers', 'aid-campaign', 'rows', 'all', language],
    queryFn: () => call(listRows, { params: { register: 'aid-campaign' }, query: { page: 1, language } }),
  });
  const id = chosen ?? campaigns?.rows[0]?.id;
  const { data } = useQuery({
    queryKey: ['aid', 'campaign', id],
    queryFn: () => call(campaignResults, { params: { id: id! } }),
    enabled: id !== undefined,
  });
  if (!campaigns?.rows.length) return null;
  return (
    <section aria-labelledby="aid-campaign">
      <Title order={2} fz={20} id="aid-campaign" mt="lg" mb="sm">
        {t.campaign}
      </Title>
      <NativeSelect
        label={t.choose}
        value={id ?? ''}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={campaigns.rows.map((row) => ({ value: row.id, label: row.title }))}
        mb="sm"
        maw={520}
      />
      {data ? (
        <div className="paper">
          <Table aria-label={data.name}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t.campaign}</Table.Th>
                <Table.Th scope="col">{t.target}</Table.Th>
                <Table.Th scope="col">{t.result}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.lines.map(({ key, unit, target, result }) => (
                <Table.Tr key={key}>
                  <Table.Td>{t.lines[key]}</Table.Td>
                  <Table.Td>{target === null ? '—' : `${showNumber(target)} ${unit}`}</Table.Td>
                  <Table.Td>
                    {showNumber(result)} {unit}
                    {target ? ` (${showNumber(Math.round((1000 * result) / target) / 10)}%)` : ''}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ) : null}
    </section>
  );
}
