import { useWords } from './language.tsx';
import { PageHeader } from './page-states.tsx';
import { shellWords } from './shell.words.ts';

export function ApiPage() {
  const t = useWords(shellWords);
  return <PageHeader title={t.api} />;
}
