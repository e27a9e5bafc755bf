import { Button, FileButton, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Answer } from '#app/platform/contract.ts';
import { addressOf } from '#app/platform/contract.ts';
import { sendForm } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { compareCopy } from './comparison.contract.ts';
import { comparisonWords } from './comparison.words.ts';

/** Where an import that found the document here already leaves what was dropped, until the page is left. */
export const droppedCopyKey = (id: string) => ['documents', 'dropped', id];

/** Compares the document with the copy that was just dropped, or with a file chosen now. */
export function CompareOffer({ documentId }: { documentId: string }) {
  const t = useWords(comparisonWords);
  const dropped = useQueryClient().getQueryData<File | string>(droppedCopyKey(documentId));
  const comparing = useCompare(documentId);
  return (
    <Group gap="xs" mt="xs">
      {dropped ? (
        <Button size="xs" loading={comparing.isPending} onClick={() => comparing.mutate(dropped)}>
          {t.compareDropped}
        </Button>
      ) : (
        <FileButton onChange={(file) => file && comparing.mutate(file)}>
          {(props) => (
            <Button size="xs" variant="default" loading={comparing.isPending} {...props}>
              {t.compareFile}
            </Button>
          )}
        </FileButton>
      )}
      {comparing.error ? (
        <Text role="alert" fz="sm" c="red">
          {comparing.error.message}
        </Text>
      ) : null}
    </Group>
  );
}

function useCompare(id: string) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (given: File | string) => {
      const form = new FormData();
      form.set(typeof given === 'string' ? 'text' : 'file', given);
      return sendForm<Answer<typeof compareCopy>>(addressOf(compareCopy, { params: { id } }), form);
    },
    onSuccess: ({ id: comparisonId }) =>
      navigate({ to: '/documents/$id/compare/$comparisonId', params: { id, comparisonId } as never }),
    meta: { shownOnPage: true },
  });
}
