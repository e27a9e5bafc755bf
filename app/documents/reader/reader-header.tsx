import { Alert, Button, Progress, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { PageHeader } from '#app/web/page-states.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { CompareOffer } from '../comparison/compare-offer.tsx';
import { documentWords } from '../document.words.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { useReaderView } from './use-reader-view.ts';
import type { Review, ShownDocument } from './use-review.ts';

export type ReaderProps = { document: ShownDocument; mayReview: boolean; review: Review };

/** What document it is, how far its confirmation has come, and the next step. */
export function ReaderHeader({ document: d, mayReview, review }: ReaderProps) {
  const t = useWords(documentWords);
  const [view, changeView] = useReaderView();
  const kept = d.duties.filter((duty) => !duty.removed);
  const open = kept.filter((duty) => !duty.confirmed).length;
  return (
    <>
      <PageHeader
        title={[d.kind, d.symbol ?? `(${t.noSymbol})`].filter(Boolean).join(' ')}
        lead={<Lead document={d} />}
      >
        {kept.length && !d.publishedAt ? <Confirmed confirmed={kept.length - open} of={kept.length} /> : null}
        <ExportMenu documentId={d.id} />
        {mayReview && open ? <Button onClick={review.confirmAll}>{t.confirmAll(open)}</Button> : null}
        {mayReview && !open && kept.length ? (
          <Button component={Link} to={`/documents/${d.id}/publish`}>
            {t.publish}
          </Button>
        ) : null}
      </PageHeader>
      {view.known ? (
        <Alert
          mb="sm"
          withCloseButton
          closeButtonLabel={t.close}
          onClose={() => changeView({ known: undefined })}
        >
          {t.known}
          <CompareOffer documentId={d.id} />
        </Alert>
      ) : null}
    </>
  );
}

function Lead({ document: d }: { document: ShownDocument }) {
  const t = useWords(documentWords);
  const about = [d.issuer, d.issuedOn ? t.issuedOn(showDay(d.issuedOn)) : null].filter(Boolean).join(', ');
  return (
    <>
      <span className="reader-title">{d.title ?? t.untitled}</span>
      {about}
      {d.publishedAt ? (
        <span className="reader-published">
          <b>{t.publishedAt(showInstant(d.publishedAt))}.</b> {t.closedToEdits}
        </span>
      ) : null}
    </>
  );
}

function Confirmed({ confirmed, of }: { confirmed: number; of: number }) {
  const t = useWords(documentWords);
  return (
    <div className="reader-progress">
      <Text fz="sm" fw={600} aria-live="polite">
        {t.progress(confirmed, of)}
      </Text>
      <Progress value={(100 * confirmed) / of} size="sm" aria-hidden />
    </div>
  );
}
