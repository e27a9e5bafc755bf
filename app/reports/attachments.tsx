import { ActionIcon, Anchor, Button, FileButton, Group, Text, Title } from '@mantine/core';

import { IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '#app/platform/contract.ts';
import { addressOf } from '#app/platform/contract.ts';
import { call, sendForm } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { attachFiles, detachFile } from './agency-report.contract.ts';
import { formWords } from './form.words.ts';
import type { ShownReport } from './use-draft.ts';

/** Files that go with the report. */
export function Attachments({ report }: { report: ShownReport }) {
  const t = useWords(formWords);
  const client = useQueryClient();
  const keep = ({ files }: Answer<typeof attachFiles>) =>
    client.setQueryData(['reports', 'agency', report.id], { ...report, files });
  const attaching = useMutation({
    mutationFn: (files: File[]) => {
      const form = new FormData();
      for (const file of files) form.append('file', file);
      return sendForm<Answer<typeof attachFiles>>(
        addressOf(attachFiles, { params: { id: report.id } }),
        form,
      );
    },
    onSuccess: keep,
  });
  const detaching = useMutation({
    mutationFn: (fileId: string) => call(detachFile, { params: { id: report.id, fileId } }),
    onSuccess: keep,
  });
  if (!report.mayWrite && !report.files.length) return null;
  return (
    <section className="paper report-slot" style={{ padding: 16 }} aria-label={t.files}>
      <Group justify="space-between">
        <Title order={2} fz="lg">
          {t.files}
        </Title>
        {report.mayWrite ? (
          <FileButton multiple onChange={(files) => files.length && attaching.mutate(files)}>
            {(props) => (
              <Button {...props} size="compact-md" variant="default" loading={attaching.isPending}>
                {t.attach}
              </Button>
            )}
          </FileButton>
        ) : null}
      </Group>
      {report.files.length ? null : (
        <Text c="dimmed" fz="sm">
          {t.noFiles}
        </Text>
      )}
      {report.files.map((file) => (
        <Group key={file.fileId} justify="space-between" wrap="nowrap" mt={6}>
          <Anchor href={`/api/files/${file.fileId}`} target="_blank" underline="always">
            {file.name}
          </Anchor>
          {report.mayWrite ? (
            <ActionIcon
              variant="subtle"
              aria-label={t.detach(file.name)}
              onClick={() => detaching.mutate(file.fileId)}
            >
              <IconX size={16} />
            </ActionIcon>
          ) : null}
        </Group>
      ))}
    </section>
  );
}
