import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { PageHeader } from '#app/web/page-states.tsx';
import { aidWords } from './aid.words.ts';
import { CampaignSection } from './campaign-section.tsx';
import { FinanceSection } from './finance-section.tsx';
import { PublishSection } from './publish-section.tsx';

/** What aid is asked for beside its registers: finance by window, targets of campaigns, the file for IATI. */
export function AidPage() {
  const t = useWords(aidWords);
  return (
    <>
      <Anchor component={Link} to="/registers" fz="sm" className="no-print">
        ← {t.registers}
      </Anchor>
      <PageHeader title={t.title} lead={t.lead} />
      <FinanceSection />
      <CampaignSection />
      <PublishSection />
    </>
  );
}
