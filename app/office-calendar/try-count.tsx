import { Group, NumberInput, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { countWorkingDays } from './holiday.contract.ts';
import { holidayWords } from './holiday.words.ts';

/** Shows how the calendar counts, with the days it leaves out. */
export function TryCount() {
  const t = useWords(holidayWords);
  const [from, setFrom] = useState(() => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10));
  const [days, setDays] = useState(5);
  const { data } = useQuery({
    queryKey: ['holidays', 'count', from, days],
    queryFn: () => call(countWorkingDays, { query: { from, days } }),
    enabled: from !== '' && days >= 1,
    placeholderData: keepPreviousData,
  });
  return (
    <section className="paper" style={{ padding: '14px 18px' }}>
      <Title order={2} fz="lg" mb="sm">
        {t.try}
      </Title>
      <Group align="end">
        <DayField label={t.from} value={from} onChange={setFrom} />
        <NumberInput
          label={t.days}
          value={days}
          min={1}
          max={500}
          w={140}
          onChange={(value) => setDays(Number(value) || 1)}
        />
        {data ? (
          <div role="status">
            <Text fw={600}>{t.due(showDay(data.due))}</Text>
            <Text fz="sm" c="dimmed">
              {data.explained}
            </Text>
          </div>
        ) : null}
      </Group>
    </section>
  );
}
