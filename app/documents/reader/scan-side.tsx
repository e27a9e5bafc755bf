import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { addressOf } from '#app/platform/contract.ts';
import { useWords } from '#app/web/language.tsx';
import { showPages } from './document-page.contract.ts';
import type { PageWord } from './document-page.ts';
import { marksOf } from './marks.ts';
import { type Box, boxesOf } from './page-boxes.ts';
import { scanWords } from './scan.words.ts';
import { pageAt, unsureSpans, wordsIn } from './unsure-words.ts';
import type { Paper, ShownPage } from './use-pages.ts';
import type { ShownDocument } from './use-review.ts';

/** The picture of a scanned page with the words of what is current outlined, and the words to look at closely. */
export function ScanSide({
  document: d,
  paper: { pages },
  current,
}: {
  document: ShownDocument;
  paper: Paper;
  /** Name of the mark that is current: a duty, citation or header field. */
  current: string | null;
}) {
  const t = useWords(scanWords);
  const places = current ? marksOf(d).filter(({ name }) => name === current || name === `e-${current}`) : [];
  const spansOf = (name: string) => places.filter((mark) => mark.name === name).map((mark) => mark.span);
  const main = spansOf(current ?? '');
  const home = (main[0] && pageAt(pages, main[0][0])) ?? pages.find((one) => one.hasPicture)?.number ?? 1;
  const [turned, setTurned] = useState<{ from: string | null; page: number } | null>(null);
  const [large, setLarge] = useState(false);
  const [pointed, setPointed] = useState<number | null>(null);
  const number = turned?.from === current ? turned.page : home;
  const page = pages[number - 1];
  if (!page) return null;
  const turn = (by: 1 | -1) => setTurned({ from: current, page: number + by });
  const outlines = [
    ...outlined('field', wordsIn(page, spansOf(`e-${current}`))),
    ...outlined('main', wordsIn(page, main)),
    ...outlined('unsure', unsureOf(page, d.text)),
    ...outlined(
      'pointed',
      page.words.filter(([begin]) => begin === pointed),
    ),
  ];
  return (
    <>
      <Group gap="xs" className="scan-bar">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconChevronLeft size={15} />}
          disabled={number === 1}
          onClick={() => turn(-1)}
        >
          {t.previous}
        </Button>
        <Text fz="sm" aria-live="polite">
          {t.pageOf(number, pages.length)}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          rightSection={<IconChevronRight size={15} />}
          disabled={number === pages.length}
          onClick={() => turn(1)}
        >
          {t.next}
        </Button>
        {page.hasPicture ? (
          <Button size="compact-sm" variant="default" aria-pressed={large} onClick={() => setLarge(!large)}>
            {large ? t.zoomOut : t.zoomIn}
          </Button>
        ) : null}
      </Group>
      {page.hasPicture ? (
        <>
          <PagePicture document={d.id} page={page} of={pages.length} large={large} outlines={outlines} />
          <ToCheck page={page} text={d.text} pointed={pointed} onPoint={setPointed} />
        </>
      ) : (
        <Text>{t.notScanned}</Text>
      )}
    </>
  );
}

type Outline = { kind: 'main' | 'field' | 'unsure' | 'pointed'; box: Box };

const outlined = (kind: Outline['kind'], words: PageWord[]): Outline[] =>
  boxesOf(words).map((box) => ({ kind, box }));

const unsureOf = (page: ShownPage, text: string): PageWord[] => {
  const begins = new Set(unsureSpans([page], text).map(([begin]) => begin));
  return page.words.filter(([begin]) => begins.has(begin));
};

const pictureAddress = (id: string, number: number): string =>
  `${addressOf(showPages, { params: { id } })}/${number}/picture`;

function PagePicture({
  document: id,
  page,
  of,
  large,
  outlines,
}: {
  document: string;
  page: ShownPage;
  of: number;
  large: boolean;
  outlines: Outline[];
}) {
  const t = useWords(scanWords);
  const root = useRef<HTMLDivElement>(null);
  const key = outlines.map(({ kind, box }) => (kind === 'unsure' ? '' : `${kind}${box}`)).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is outlined comes into view when it changes.
  useEffect(() => {
    const wanted =
      root.current?.querySelector('[data-kind="pointed"]') ??
      root.current?.querySelector('[data-kind="main"]');
    wanted?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [key, page.number, large]);
  return (
    <div ref={root} className="scan-page" data-large={large || undefined}>
      <img src={pictureAddress(id, page.number)} alt={t.pictureOf(page.number, of)} />
      {outlines.map(({ kind, box: [left, top, right, bottom] }) => (
        <span
          key={`${kind}-${left}-${top}`}
          data-kind={kind}
          style={{
            left: `${100 * left}%`,
            top: `${100 * top}%`,
            width: `${100 * (right - left)}%`,
            height: `${100 * (bottom - top)}%`,
          }}
        />
      ))}
    </div>
  );
}

function ToCheck({
  page,
  text,
  pointed,
  onPoint,
}: {
  page: ShownPage;
  text: string;
  pointed: number | null;
  onPoint: (begin: number) => void;
}) {
  const t = useWords(scanWords);
  const unsure = unsureOf(page, text);
  return (
    <section className="scan-check" aria-label={t.toCheck}>
      <h2>{t.toCheck}</h2>
      <p>{unsure.length ? t.toCheckHelp(unsure.length) : t.nothingToCheck}</p>
      <ul>
        {unsure.map(([begin, end, , , , , sure]) => (
          <li key={begin}>
            <button type="button" aria-pressed={pointed === begin} onClick={() => onPoint(begin)}>
              {text.slice(begin, end)} <small>({t.sure(Math.round(100 * sure))})</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the outlines on the picture mean. */
export function ScanLegend() {
  const t = useWords(scanWords);
  return (
    <p className="reader-legend scan-legend">
      <span data-kind="main">{t.legendMain}</span>
      <span data-kind="field">{t.legendField}</span>
      <span data-kind="unsure">{t.unsure}</span>
    </p>
  );
}
