import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useWords } from '#app/web/language.tsx';
import { evidenceWords } from './evidence.words.ts';

/** Pages elsewhere that show what was done; they learn nothing of this one. */
export function EvidenceLinks({ links }: { links: readonly string[] }) {
  const t = useWords(evidenceWords);
  return links.map((link) => (
    <div key={link}>
      <Anchor
        href={link}
        target="_blank"
        rel="noopener noreferrer nofollow"
        title={t.newTab}
        style={{ overflowWrap: 'anywhere' }}
      >
        <IconExternalLink size={15} aria-hidden /> {link}
      </Anchor>
    </div>
  ));
}
