import { Anchor, Button, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { getConsolidation } from '../consolidation.contract.ts';
import { consolidationWords } from '../consolidation.words.ts';
import { ConsolidationTabs } from '../consolidation-tabs.tsx';
import { Issuing } from '../issuing.tsx';
import { useConsolidationEvents } from '../together/use-together.ts';
import './brief.css';
import { BeforeSigning } from './before-signing.tsx';
import { getBrief } from './brief.contract.ts';
import { briefWords } from './brief.words.ts';
import { KeyFigures } from './key-figures.tsx';
import { pointsOf } from './points.ts';

export type Brief = Answer<typeof getBrief>;

/** What is needed to sign a report: one page, on a screen, on a phone, on paper. */
export function BriefPage() {
  const t = useWords(briefWords);
  const c = useWords(consolidationWords);
  const { id } = useParams({ strict: false }) as { id: string };
  useConsolidationEvents(id);
  const { data, error } = useQuery({
    queryKey: ['consolidation', id, 'brief'],
    queryFn: () => call(getBrief, { params: { id } }),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <Anchor component={Link} to="/consolidation" fz="sm">
        {c.back}
      </Anchor>
      <PageHeader
        title={data.title}
        lead={t.lead(data.reportName, data.periodName, showDay(data.from), showDay(data.to))}
      >
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t.print}
        </Button>
        {data.mayIssue ? <IssueHere id={id} /> : null}
      </PageHeader>
      <ConsolidationTabs id={id} here="brief" undecided={data.undecided.count} />
      <Standing brief={data} />
      <div className="brief">
        <BeforeSigning brief={data} />
        <KeyFigures brief={data} />
        <Conclusion brief={data} />
      </div>
    </>
  );
}

/** Whether it can be signed as it stands, in one line. */
function Standing({ brief }: { brief: Brief }) {
  const t = useWords(briefWords);
  const points = pointsOf(brief);
  return (
    <div className="paper brief-standing" data-ready={points === 0 || undefined} role="note">
      <Text fw={600}>
        {brief.corrects ? `${t.correction(brief.version - 1, brief.corrects)}. ` : ''}
        {brief.issuedAt
          ? t.issued(brief.symbol, showInstant(brief.issuedAt))
          : points
            ? t.toLook(points)
            : t.ready}
      </Text>
      {brief.state === 'draft' && !brief.mayIssue ? (
        <Text fz="sm" c="dimmed">
          {t.whoIssues}
        </Text>
      ) : null}
    </div>
  );
}

/** Number, day and signature; the whole report is asked for only where it can be issued. */
function IssueHere({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['consolidation', id],
    queryFn: () => call(getConsolidation, { params: { id } }),
  });
  return data ? <Issuing one={data} /> : null;
}

/** The words under the headings that conclude. */
function Conclusion({ brief }: { brief: Brief }) {
  const t = useWords(briefWords);
  const said = brief.conclusion.filter(({ count }) => count > 0);
  return (
    <section className="paper brief-part brief-wide" aria-label={t.conclusion}>
      <Title order={2} fz="lg">
        {t.conclusion}
      </Title>
      {said.length ? null : <Text c="dimmed">{t.nothing}</Text>}
      {said.map(({ key, heading, count, first }) => (
        <div key={key}>
          <Title order={3} fz="md" mt="xs">
            {key}. {heading}
          </Title>
          {first.map(({ id, text }) => (
            <p key={id} className="document-text brief-words">
              {text}
            </p>
          ))}
          {count > first.length ? <Text fz="sm">{t.more(count - first.length)}</Text> : null}
        </div>
      ))}
      <Anchor component={Link} to={`/consolidation/${brief.id}`} className="no-print brief-link">
        {t.whole}
      </Anchor>
    </section>
  );
}
