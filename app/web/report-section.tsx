import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a later concept adds below a report. */
export const ReportSection = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="paper" style={{ padding: '14px 18px', marginTop: 16 }}>
    <Title order={2} fz="lg" mb="xs">
      {title}
    </Title>
    {children}
  </section>
);
