import { Text } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { fileWords } from '../file.words.ts';

/** The words of a DOCX. The HTML was made safe on the server (`safe-html.ts`); the page's own policy runs no inline script either. */
export function DocumentView({ html, cut, name }: { html: string; cut: boolean; name: string }) {
  const t = useWords(fileWords);
  return (
    <div className="paper">
      <Text className="file-bar" fz="sm" c="dimmed">
        {t.docxNote}
      </Text>
      <ScrollRegion className="file-scroll" label={t.reader(name)}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: only what safe-html.ts lets pass */}
        <div className="file-document document-text" dangerouslySetInnerHTML={{ __html: html }} />
        {cut ? <Text p="md">{t.cut}</Text> : null}
      </ScrollRegion>
    </div>
  );
}
