import { ActionIcon, NumberInput, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { Empty, Waiting } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { fileWords } from '../file.words.ts';
import { openPdf } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import { ZoomBar } from './zoom-bar.tsx';
import '../files.css';

/** A PDF in the page: pages are drawn when they come into sight, words can be selected, arrows and page keys scroll. */
export function PdfView({ address, name }: { address: string; name: string }) {
  const t = useWords(fileWords);
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const opening = openPdf(address);
    opening.promise.then(setPdf, () => setFailed(true));
    return () => void opening.destroy();
  }, [address]);
  if (failed) return <Empty title={t.unreadable}>{t.unreadableHelp}</Empty>;
  return pdf ? <Pages pdf={pdf} name={name} /> : <Waiting />;
}

function Pages({ pdf, name }: { pdf: PDFDocumentProxy; name: string }) {
  const t = useWords(fileWords);
  const frame = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState<number | null>(null);
  const [current, setCurrent] = useState(1);
  const pages = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  const goTo = (page: number) => {
    const wanted = frame.current?.querySelector(`[data-page="${page}"]`);
    if (!wanted || !frame.current) return;
    frame.current.scrollTop +=
      wanted.getBoundingClientRect().top - frame.current.getBoundingClientRect().top - 8;
    setCurrent(page);
  };
  const noteCurrent = () => {
    const middle = (frame.current?.getBoundingClientRect().top ?? 0) + (frame.current?.clientHeight ?? 0) / 2;
    const shown = [...(frame.current?.querySelectorAll('[data-page]') ?? [])].findLast(
      (one) => one.getBoundingClientRect().top <= middle,
    );
    if (shown) setCurrent(Number(shown.getAttribute('data-page')));
  };
  return (
    <div className="paper">
      <div className="file-bar">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t.previousPage}
          disabled={current <= 1}
          onClick={() => goTo(current - 1)}
        >
          <IconChevronUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t.nextPage}
          disabled={current >= pdf.numPages}
          onClick={() => goTo(current + 1)}
        >
          <IconChevronDown size={18} aria-hidden />
        </ActionIcon>
        <NumberInput
          aria-label={t.goTo}
          size="xs"
          w={72}
          min={1}
          max={pdf.numPages}
          value={current}
          hideControls
          onChange={(page) => typeof page === 'number' && page >= 1 && page <= pdf.numPages && goTo(page)}
        />
        <Text fz="sm" aria-live="polite">
          {t.pageOf(current, pdf.numPages)}
        </Text>
        <span className="file-grow" />
        <ZoomBar zoom={zoom} onZoom={setZoom} />
      </div>
      <ScrollRegion
        ref={frame}
        className="file-scroll file-desk"
        label={t.reader(name)}
        onScroll={noteCurrent}
      >
        {pages.map((number) => (
          <PdfPage key={number} pdf={pdf} number={number} zoom={zoom} label={t.page(number)} />
        ))}
      </ScrollRegion>
    </div>
  );
}
