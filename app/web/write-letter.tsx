import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { words } from '#app/platform/words.ts';
import { useWords } from './language.tsx';
import { holds, useViewer } from './viewer.ts';

const writeLetterWords = words({ vi: { write: 'Soạn văn bản' }, en: { write: 'Write a letter' } });

type About = { difficultyId: string } | { extensionId: string } | { agencyId: string };

/** The way to a letter about a record, for those who write letters; a link, so that no concept names a later one. */
export function WriteLetter({ about, size = 'compact-md' }: { about: About; size?: string }) {
  const t = useWords(writeLetterWords);
  const viewer = useViewer();
  if (!holds(viewer, 'focal-officer', 'leader')) return null;
  return (
    <Button component={Link} to="/letters/new" search={about as never} variant="default" size={size}>
      {t.write}
    </Button>
  );
}
