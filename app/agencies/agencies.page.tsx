import { useWords } from '#app/web/language.tsx';
import { PageHeader } from '#app/web/page-states.tsx';
import { shellWords } from '#app/web/shell.words.ts';

export function AgenciesPage() {
  const t = useWords(shellWords);
  return <PageHeader title={t.agencies} />;
}
