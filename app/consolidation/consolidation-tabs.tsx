import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { matrixWords } from './matrix/matrix.words.ts';

/** From the draft to the matrix it was made from, and to its figures. */
export function ConsolidationTabs({
  id,
  here,
  undecided = 0,
}: {
  id: string;
  here: 'draft' | 'matrix' | 'values';
  undecided?: number;
}) {
  const t = useWords(matrixWords);
  const parts = [
    { key: 'draft', to: `/consolidation/${id}`, label: t.draft },
    {
      key: 'matrix',
      to: `/consolidation/${id}/matrix`,
      label: undecided ? `${t.matrix} (${t.toDecide(undecided)})` : t.matrix,
    },
    { key: 'values', to: `/consolidation/${id}/values`, label: t.values },
  ] as const;
  return (
    <Group component="nav" gap="lg" mb="md" aria-label={t.tabs} className="consolidation-tabs no-print">
      {parts.map(({ key, to, label }) => (
        <Anchor
          key={key}
          component={Link}
          to={to}
          underline={key === here ? 'never' : 'hover'}
          activeOptions={{ exact: true }}
        >
          {label}
        </Anchor>
      ))}
    </Group>
  );
}
