import { type PageViewport, type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';

/** CSS pixels of a point of the page at its own size. */
const OWN_SIZE = 96 / 72;
const A4 = { width: 595, height: 842 };

/** One page: an empty sheet of the right size until it comes near, then its picture with the words over it. */
export function PdfPage({
  pdf,
  number,
  zoom,
  label,
}: {
  pdf: PDFDocumentProxy;
  number: number;
  /** 1 is its own size; null: as wide as the frame. */
  zoom: number | null;
  label: string;
}) {
  const sheet = useRef<HTMLElement>(null);
  const near = useNear(sheet);
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const width = useFrameWidth(sheet);
  useEffect(() => {
    if (near && !page) pdf.getPage(number).then(setPage, () => {});
  }, [near, page, pdf, number]);
  const own = page?.getViewport({ scale: 1 }) ?? A4;
  const scale = zoom === null ? Math.min(width / own.width, 1.5 * OWN_SIZE) : zoom * OWN_SIZE;
  useEffect(() => {
    if (!page || !near || !sheet.current) return;
    return draw(sheet.current, page, page.getViewport({ scale }));
  }, [page, near, scale]);
  return (
    <figure
      ref={sheet}
      aria-label={label}
      className="file-page"
      data-page={number}
      style={{
        width: own.width * scale,
        height: own.height * scale,
        ['--total-scale-factor' as string]: scale,
        ['--scale-factor' as string]: scale,
      }}
    />
  );
}

/** Draws into the sheet; returns how to take it back, so that far pages hold no memory. */
function draw(sheet: HTMLElement, page: PDFPageProxy, viewport: PageViewport): () => void {
  const density = Math.min(window.devicePixelRatio || 1, 2);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  canvas.setAttribute('aria-hidden', 'true');
  const drawing = page.render({
    canvas,
    viewport,
    ...(density === 1 ? {} : { transform: [density, 0, 0, density, 0, 0] }),
  });
  const words = document.createElement('div');
  words.className = 'textLayer';
  const layer = new TextLayer({
    textContentSource: page.streamTextContent(),
    container: words,
    viewport,
  });
  sheet.replaceChildren(canvas, words);
  // What was taken back before it was done is no failure.
  drawing.promise.catch(() => {});
  layer.render().catch(() => {});
  return () => {
    drawing.cancel();
    layer.cancel();
    sheet.replaceChildren();
  };
}

/** Is it in sight, or one screen away? */
function useNear(ref: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: ref.current.parentElement,
      rootMargin: '100% 0px',
    });
    watch.observe(ref.current);
    return () => watch.disconnect();
  }, [ref]);
  return near;
}

/** Room for a page in the frame that scrolls, in CSS pixels. */
function useFrameWidth(ref: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const frame = ref.current?.parentElement;
    if (!frame) return;
    const watch = new ResizeObserver(() => setWidth(Math.max(200, frame.clientWidth - 26)));
    watch.observe(frame);
    return () => watch.disconnect();
  }, [ref]);
  return width;
}
