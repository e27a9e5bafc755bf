import { Anchor, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { LedgerOf } from '#app/ledger/ledger-of.tsx';
import { AsOfControl, AsOfNotice } from '#app/web/as-of.tsx';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { useAsOf } from '#app/web/use-as-of.ts';
import { type DutyShown, showDuty, showDutyAsOf } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { DutyFacts } from './duty-facts.tsx';
import { sayState } from './duty-words-of-state.ts';
import { Extensions } from './extension/extensions.tsx';
import { Milestones } from './milestone/milestones.tsx';
import { OwnPart } from './own-part.tsx';
import { PartsTable } from './parts-table.tsx';
import { ProgressLog } from './progress-log.tsx';
import { Occurrences } from './recurrence/occurrences.tsx';
import { Section } from './section.tsx';
import { Tasks } from './task/tasks.tsx';
import { lastListAddress } from './views/list-address.ts';
import './duties.css';

/** What a duty has besides, in concepts that come after it. */
export type MoreOfDuty = (duty: { dutyId: string; section: typeof Section }) => ReactNode;

export function DutyPage({ more }: { more: MoreOfDuty }) {
  const { id } = useParams({ strict: false }) as { id: string };
  return (
    <Suspense fallback={<Waiting />}>
      <ShownDuty id={id} more={more} />
    </Suspense>
  );
}

function ShownDuty({ id, more: More }: { id: string; more: MoreOfDuty }) {
  const t = useWords(dutyWords);
  const { language } = useLanguage();
  const { asOf } = useAsOf();
  const { data: duty } = useSuspenseQuery({
    queryKey: ['duties', 'one', id, ...(asOf ? [asOf] : [])],
    queryFn: () =>
      asOf ? call(showDutyAsOf, { params: { id, day: asOf } }) : call(showDuty, { params: { id } }),
  });
  const said = sayState(duty.summary, language);
  const own = duty.parts.filter((part) => part.isOwn);
  return (
    <>
      <Anchor
        component={Link}
        to="/duties"
        search={{ ...lastListAddress(), asOf } as never}
        fz="sm"
        className="no-print"
      >
        ← {t.back}
      </Anchor>
      <PageHeader
        title={t.heading(duty.path || String(duty.position), duty.symbol ?? t.thisDocument)}
        lead={`${said.charAt(0).toUpperCase()}${said.slice(1)} · ${t.cells[duty.cell]}`}
      >
        <AsOfControl />
      </PageHeader>
      <AsOfNotice />
      <Stack>
        <Quote duty={duty} />
        {own.length ? (
          <Section title={t.today}>
            <Stack gap="lg">
              {own.map((part) => (
                <OwnPart key={part.id} part={part} />
              ))}
            </Stack>
          </Section>
        ) : null}
        <div className="duty-sides">
          <Stack miw={0}>
            <Section title={t.parts}>
              <PartsTable duty={duty} />
            </Section>
            <Section title={t.progress}>
              <ProgressLog entries={duty.progress} />
            </Section>
            {asOf ? null : (
              <>
                <Milestones dutyId={duty.id} />
                <Occurrences dutyId={duty.id} />
                <Tasks dutyId={duty.id} />
                <Extensions dutyId={duty.id} />
                <More dutyId={duty.id} section={Section} />
              </>
            )}
          </Stack>
          <Stack miw={0}>
            <Section title={t.facts}>
              <DutyFacts duty={duty} />
            </Section>
            <Section title={t.ledger}>
              <LedgerOf subjectKind="duty" subjectId={duty.id} />
            </Section>
          </Stack>
        </div>
      </Stack>
    </>
  );
}

/** The words of the document come first: everything below follows from them. */
function Quote({ duty }: { duty: DutyShown }) {
  const t = useWords(dutyWords);
  return (
    <figure className="paper duty-quote">
      <blockquote className="document-text" style={{ margin: 0 }} lang="vi">
        {duty.text}
      </blockquote>
      <figcaption style={{ marginTop: 8 }}>
        <Anchor
          component={Link}
          to={`/documents/${duty.documentId}`}
          search={{ at: duty.span[0] } as never}
          fz="sm"
        >
          {t.seeInDocument([duty.path, duty.symbol ?? t.thisDocument].filter(Boolean).join(', '))}
        </Anchor>
        {duty.documentTitle ? (
          <Text fz="sm" c="dimmed" lineClamp={2}>
            {duty.documentTitle}
          </Text>
        ) : null}
      </figcaption>
    </figure>
  );
}
