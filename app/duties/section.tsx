import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A titled piece of a duty's page. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="paper" style={{ padding: '14px 18px' }}>
      <Title order={2} fz="lg" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}
