import { Group, NativeSelect, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { compareFilings } from './agency-report.contract.ts';
import { formWords } from './form.words.ts';
import type { ShownReport } from './use-draft.ts';

/** What a later filing changed in the one before, heading by heading. */
export function CompareFilings({ report }: { report: ShownReport }) {
  const f = useWords(formWords);
  const newest = report.filings[0]?.number ?? 0;
  const [from, setFrom] = useState(newest - 1);
  const { data } = useQuery({
    queryKey: ['reports', 'agency', report.id, 'compare', from, newest],
    queryFn: () => call(compareFilings, { params: { id: report.id }, query: { from, to: newest } }),
    enabled: newest > 1,
  });
  if (newest < 2) return null;
  const heading = (key: string) => report.slots.find((slot) => slot.key === key)?.heading ?? '';
  return (
    <section className="paper" style={{ padding: 16, marginBottom: 16 }}>
      <Group justify="space-between">
        <Title order={2} fz="md">
          {f.compare}
        </Title>
        <NativeSelect
          aria-label={f.compare}
          value={String(from)}
          onChange={(event) => setFrom(Number(event.currentTarget.value))}
          data={report.filings.slice(1).map(({ number }) => ({
            value: String(number),
            label: f.compareWith(newest, number),
          }))}
        />
      </Group>
      {data && !data.slots.length && !data.values.length ? <Text>{f.nothingDiffers}</Text> : null}
      {data?.slots.map(({ slot, changes }) => (
        <div key={slot} style={{ marginTop: 8 }}>
          <Text fw={600}>
            {slot}. {heading(slot)}
          </Text>
          {changes.map((one) => (
            <div key={`${one.before}|${one.after}`} className="document-text" style={{ margin: '4px 0' }}>
              {one.before === null ? null : (
                <del>
                  <span className="report-hidden">{f.before}: </span>
                  {one.before}
                </del>
              )}{' '}
              {one.after === null ? null : (
                <ins>
                  <span className="report-hidden">{f.after}: </span>
                  {one.after}
                </ins>
              )}
            </div>
          ))}
        </div>
      ))}
      {data?.values.map(({ indicator, before, after }) => (
        <Text key={indicator} mt={6}>
          {report.indicators.find((one) => one.key === indicator)?.name ?? indicator}:{' '}
          {before?.amount == null ? '–' : showNumber(before.amount)} →{' '}
          {after?.amount == null ? '–' : showNumber(after.amount)}
        </Text>
      ))}
    </section>
  );
}
