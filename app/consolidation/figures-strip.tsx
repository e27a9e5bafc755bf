import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { showDay, showNumber } from '#app/web/show.ts';
import { consolidationWords } from './consolidation.words.ts';
import type { Shown } from './use-editing.ts';

const order = ['done-in-time', 'done-late', 'open-in-time', 'open-late', 'request'] as const;

/** How the duties stood at the cut-off; each figure opens its duties. */
export function FiguresStrip({ one }: { one: Shown }) {
  const t = useWords(consolidationWords);
  const { figures } = one;
  // Without a plan and without duties there is nothing to count.
  if (!one.documentId && !figures.duties) return null;
  const plan: Record<string, string> = one.documentId ? { document: one.documentId } : {};
  const link = (value: number, search: Record<string, string>, label: string) => (
    <Anchor
      component={Link}
      to="/duties"
      search={search as never}
      fz="inherit"
      aria-label={`${value} ${label}`}
    >
      {showNumber(value)}
    </Anchor>
  );
  return (
    <section
      className="paper"
      style={{ padding: 14, marginBottom: 16 }}
      aria-label={t.figures(showDay(figures.asOf))}
    >
      <Text fw={600} mb={6}>
        {t.figures(showDay(figures.asOf))}
      </Text>
      <dl className="consolidation-figures">
        <div>
          <dt>{t.duties}</dt>
          <dd>{link(figures.duties, plan, t.duties)}</dd>
        </div>
        {order.map((cell) => (
          <div key={cell} data-cell={cell}>
            <dt>{t.cells[cell]}</dt>
            <dd>{link(figures.cells[cell], { ...plan, cell }, t.cells[cell])}</dd>
          </div>
        ))}
      </dl>
      <Text fz="sm" c="dimmed" mt={6}>
        {t.nowDiffers}
      </Text>
    </section>
  );
}
