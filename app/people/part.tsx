import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of a page under its own heading. */
export function Part({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <Paper
      component="section"
      className="paper"
      p="md"
      mt={id === 'history' || id === 'groups' ? 'md' : 0}
      aria-labelledby={id}
    >
      <Title order={2} fz={18} mb={8} id={id}>
        {title}
      </Title>
      {children}
    </Paper>
  );
}

export function Mistake({ error }: { error: Error | null }) {
  return error ? (
    <Text role="alert" c="red" fz="sm" mt="xs">
      {error.message}
    </Text>
  ) : null;
}
