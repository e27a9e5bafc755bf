import { Button, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import { formWords } from './form.words.ts';
import { mergeDrafts } from './local-draft.ts';
import type { Paragraph, ReportContent } from './report.ts';
import type { Clash } from './use-draft.ts';

/** Two wordings of one report: where they differ, side by side, and three ways on. Nothing is overwritten before. */
export function ClashPanel({ clash, settle }: { clash: Clash; settle: (chosen: ReportContent) => void }) {
  const t = useWords(formWords);
  const { mine, theirs } = clash;
  const differing = (own: ReportContent, other: ReportContent): Paragraph[] =>
    own.paragraphs.filter((one) => other.paragraphs.find(({ id }) => id === one.id)?.text !== one.text);
  const column = (title: string, paragraphs: Paragraph[]) => (
    <div>
      <Text fw={600}>{title}</Text>
      {paragraphs.map((one) => (
        <p key={one.id} className="document-text" style={{ margin: '6px 0' }}>
          {one.slot}. {one.text}
        </p>
      ))}
    </div>
  );
  return (
    <section className="paper report-clash report-slot" id="clash" role="alert">
      <Title order={2} fz="lg">
        {t.clashTitle}
      </Title>
      <Text>{t.clashHelp(showInstant(mine.at).slice(11))}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} my="sm">
        {column(t.mine, differing(mine.content, theirs))}
        {column(t.theirs, differing(theirs, mine.content))}
      </SimpleGrid>
      <Group>
        <Button onClick={() => settle(mergeDrafts(mine.content, theirs, () => crypto.randomUUID()))}>
          {t.keepBoth}
        </Button>
        <Button variant="default" onClick={() => settle(mine.content)}>
          {t.keepMine}
        </Button>
        <Button variant="default" onClick={() => settle(theirs)}>
          {t.keepTheirs}
        </Button>
      </Group>
    </section>
  );
}
