import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { previewAmendment } from './amendment.contract.ts';
import { amendmentWords } from './amendment.words.ts';

/** Where a document says that it amends or replaces a published one: the way to decide each duty, before publishing as if it were new. */
export function AmendmentOffer({ id }: { id: string }) {
  const t = useWords(amendmentWords);
  const { data } = useQuery({
    queryKey: ['duties', 'amendment', id, {}],
    queryFn: () => call(previewAmendment, { params: { id }, query: {} }),
  });
  const said = data?.named.find(({ relation }) => relation);
  if (!said?.relation) return null;
  return (
    <Alert color="river" variant="light" mb="md">
      <Group justify="space-between">
        <Text>{t.offer(said.symbol ?? '', t.whats[said.relation])}</Text>
        <Button component={Link} to={`/documents/${id}/amendment`}>
          {t.compare}
        </Button>
      </Group>
    </Alert>
  );
}
