import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { countAsks } from './ask/ask.ts';
import { askWords } from './ask/ask.words.ts';
import { useAsks } from './ask/use-asks.ts';
import './consolidation.css';
import { matrixWords } from './matrix/matrix.words.ts';

/** From the draft to the one page of it, the matrix it was made from, its figures, and what was asked back. */
export function ConsolidationTabs({
  id,
  here,
  undecided = 0,
}: {
  id: string;
  here: 'draft' | 'brief' | 'matrix' | 'values' | 'asks';
  undecided?: number;
}) {
  const t = useWords(matrixWords);
  const a = useWords(askWords);
  const { mayRead, data } = useAsks(id);
  const { open, late, answered } = countAsks(data?.asks ?? []);
  const parts = [
    { key: 'draft', to: `/consolidation/${id}`, label: t.draft },
    { key: 'brief', to: `/consolidation/${id}/brief`, label: t.brief },
    {
      key: 'matrix',
      to: `/consolidation/${id}/matrix`,
      label: undecided ? `${t.matrix} (${t.toDecide(undecided)})` : t.matrix,
    },
    { key: 'values', to: `/consolidation/${id}/values`, label: t.values },
    ...(mayRead
      ? [
          {
            key: 'asks',
            to: `/consolidation/${id}/asks`,
            label: open + answered ? a.tabWith(open, late, answered) : a.tab,
          },
        ]
      : []),
  ];
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
