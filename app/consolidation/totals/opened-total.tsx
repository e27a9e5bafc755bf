import { Anchor, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { AskBack } from '../ask/ask-back.tsx';
import type { Shown } from '../use-editing.ts';
import { sayValue } from './say-total.ts';
import { openTotal } from './totals.contract.ts';
import { totalsWords } from './totals.words.ts';

type Opened = Answer<typeof openTotal>;
type Said = Opened['values'][number];

/** What a total stands on: each agency's figure, what it counted, and what a decision left out. */
export function OpenedTotal({ one, indicator: key }: { one: Pick<Shown, 'id'>; indicator: string }) {
  const t = useWords(totalsWords);
  const { data } = useQuery({
    queryKey: ['consolidation', one.id, 'total', key],
    queryFn: () => call(openTotal, { params: { id: one.id, indicator: key } }),
  });
  if (!data) return <Loader size="sm" aria-label={t.opened} />;
  const { indicator, total, values, documentId } = data;
  return (
    <Stack gap={6}>
      <Text fw={600}>
        {indicator.name}: {total.said ?? t.notSaid}
      </Text>
      <Text fz="sm">
        {indicator.isMoney && indicator.rule !== 'ratio' ? t.money : t.rules[indicator.rule]}
      </Text>
      <Text fz="sm">
        {[
          t.said(total.agencies),
          total.folded ? t.folded(total.folded) : '',
          total.leftOut ? t.leftOut(total.leftOut) : '',
        ]
          .filter(Boolean)
          .join('; ')}
      </Text>
      {values.map((said) => (
        <OneSaid key={said.agencyReportId} id={one.id} said={said} indicator={indicator} />
      ))}
      {documentId ? (
        <Anchor component={Link} to="/duties" search={{ document: documentId } as never} fz="sm">
          {t.openDuties}
        </Anchor>
      ) : null}
    </Stack>
  );
}

function OneSaid({ id, said, indicator }: { id: string; said: Said; indicator: Opened['indicator'] }) {
  const t = useWords(totalsWords);
  return (
    <div className="source-quote">
      <Text fz="sm">
        <b>{said.agency}</b>: {sayValue(indicator, said)} ({said.isComputed ? t.computed : t.typed})
      </Text>
      {said.source ? <Text fz="sm">{t.fromSource(said.source)}</Text> : null}
      {said.counted.length ? (
        <details>
          <summary style={{ minHeight: 24, cursor: 'pointer' }}>{t.counted(said.counted.length)}</summary>
          <ul style={{ margin: '4px 0', paddingLeft: 18 }}>
            {said.counted.map((thing, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: things of a filing never change their places
              <li key={index}>
                <Text fz="sm">
                  {thing.name}
                  {thing.on ? `, ${showDay(thing.on)}` : ''}
                  {thing.isLeftOut ? ` (${t.isLeftOut})` : ''}{' '}
                  {thing.record ? (
                    <Anchor
                      component={Link}
                      to={`/registers/${thing.record.register}/${thing.record.id}`}
                      fz="sm"
                    >
                      {t.openRow}
                    </Anchor>
                  ) : null}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {said.deducted.map(({ amount, currency }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: read once, in order
        <Text fz="sm" key={index}>
          {t.deducted(sayValue({ ...indicator, rule: 'flow' }, { amount, whole: null, currency, named: 0 }))}
        </Text>
      ))}
      <Anchor component={Link} to={`/reports/agency/${said.agencyReportId}`} fz="sm">
        {t.openReport}
      </Anchor>
      <div style={{ marginTop: 4 }}>
        <AskBack
          id={id}
          choices={[
            {
              agency: said.agency,
              quote: `${indicator.name}: ${sayValue(indicator, said)}`,
              of: { agencyReportId: said.agencyReportId, indicator: indicator.key },
            },
          ]}
        />
      </div>
    </div>
  );
}
