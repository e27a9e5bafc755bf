import { Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { type Answer, addressOf } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { downloadFile, previewFile, type showFile } from '../file.contract.ts';
import { fileWords } from '../file.words.ts';
import { DocumentView } from './document-view.tsx';
import { PictureView } from './picture-view.tsx';
import { SheetsView } from './sheets-view.tsx';

// The reader of PDF is larger than all the rest of a page: only those who open one wait for it.
const PdfView = lazy(() => import('./pdf-view.tsx').then((module) => ({ default: module.PdfView })));

export type ShownFile = Answer<typeof showFile>;

/** The content of a file, in the way its kind allows. */
export function FilePreview({ file }: { file: ShownFile }) {
  const t = useWords(fileWords);
  const { data: preview } = useSuspenseQuery({
    queryKey: ['files', file.id, 'preview'],
    queryFn: () => call(previewFile, { params: { id: file.id } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const address = addressOf(downloadFile, { params: { id: file.id }, query: { inline: '1' } });
  switch (preview.shown) {
    case 'pdf':
      return <PdfView address={address} name={file.name} />;
    case 'image':
      return <PictureView address={address} name={file.name} />;
    case 'document':
      return <DocumentView html={preview.html} cut={preview.cut} name={file.name} />;
    case 'sheets':
      return <SheetsView sheets={preview.sheets} count={preview.count} />;
    case 'text':
      return (
        <div className="paper">
          <ScrollRegion className="file-scroll" label={t.reader(file.name)}>
            <pre className="file-text document-text">{preview.text}</pre>
            {preview.cut ? <Text p="md">{t.cut}</Text> : null}
          </ScrollRegion>
        </div>
      );
    default:
      return <NothingToShow file={file} because={preview.because} />;
  }
}

function NothingToShow({
  file,
  because,
}: {
  file: ShownFile;
  because?: 'too-large' | 'unreadable' | undefined;
}) {
  const t = useWords(fileWords);
  if (because === 'too-large') return <Empty title={t.tooLarge}>{t.nothingHelp}</Empty>;
  if (because === 'unreadable') return <Empty title={t.unreadable}>{t.unreadableHelp}</Empty>;
  const runs = ['html', 'svg', 'xml', 'program'].includes(file.kind);
  return <Empty title={t.nothing}>{runs ? t.runsHelp : t.nothingHelp}</Empty>;
}
