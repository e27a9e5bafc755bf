import { Alert, Button } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { addressOf } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showInstant, showSize } from '#app/web/show.ts';
import { downloadFile, showFile } from './file.contract.ts';
import { fileWords } from './file.words.ts';
import { FilePreview } from './preview/file-preview.tsx';
import './files.css';

/** One file: what it is, its content, saving it, and the way back to the record that holds it. */
export function FilePage() {
  const t = useWords(fileWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const { data: file } = useSuspenseQuery({
    queryKey: ['files', id],
    queryFn: () => call(showFile, { params: { id } }),
  });
  const kind = t.kinds[file.kind];
  const lead = [
    kind.charAt(0).toUpperCase() + kind.slice(1),
    showSize(file.size),
    t.sentOn(showInstant(file.uploadedAt)),
  ];
  return (
    <>
      <PageHeader title={file.name} lead={lead.join(' · ')}>
        <Button
          component={Link}
          to={file.place.address}
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {t.back(file.place.name)}
        </Button>
        <Button
          component="a"
          href={addressOf(downloadFile, { params: { id } })}
          download
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t.save}
        </Button>
      </PageHeader>
      {file.misnamed ? (
        <Alert color="yellow" mb="sm">
          {t.misnamed(kind)}
        </Alert>
      ) : null}
      <Suspense fallback={<Waiting />}>
        <FilePreview file={file} />
      </Suspense>
    </>
  );
}
