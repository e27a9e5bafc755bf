import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useWords } from '#app/web/language.tsx';
import { viewsWords } from './views.words.ts';

export function PrintButton() {
  const t = useWords(viewsWords);
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPrinter size={16} />}
      onClick={() => window.print()}
      className="no-print"
    >
      {t.print}
    </Button>
  );
}
