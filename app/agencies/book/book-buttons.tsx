import { Button } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { registerWords } from '#app/agencies/register/register.words.ts';
import { useWords } from '#app/web/language.tsx';
import { exportBook } from './book.contract.ts';

/** The register as an Excel book: for everybody to take along, for its keepers to bring back. */
export function BookButtons({ mayKeep }: { mayKeep: boolean }) {
  const t = useWords(registerWords);
  return (
    <>
      <Button
        component="a"
        href={exportBook.path}
        variant="default"
        leftSection={<IconDownload size={18} />}
        download
      >
        {t.exportBook}
      </Button>
      {mayKeep ? (
        <Button
          component={Link}
          to="/agencies/import"
          variant="default"
          leftSection={<IconUpload size={18} />}
        >
          {t.importBook}
        </Button>
      ) : null}
    </>
  );
}
