import { Button, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import { citationWords } from './citation.words.ts';
import { DocumentGraph } from './document-graph.tsx';
import { Legend } from './legend.tsx';
import { MentionList } from './mention-list.tsx';
import { ReplacedChip } from './replaced-chip.tsx';
import { type CitedHere, documentCitationsQuery, nameOf } from './use-citations.ts';
import './citations.css';

export function DocumentCitationsPage() {
  return (
    <Suspense fallback={<Waiting />}>
      <DocumentCitationsView />
    </Suspense>
  );
}

function DocumentCitationsView() {
  const t = useWords(citationWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const { cited: chosen } = useSearch({ strict: false }) as { cited?: string };
  const { data } = useSuspenseQuery(documentCitationsQuery(id));
  const navigate = useNavigate();
  const choose = (symbol: string) => {
    void navigate({ to: '.', search: { cited: symbol } as never, replace: true, resetScroll: false }).then(
      () => document.getElementById('mentions')?.scrollIntoView({ block: 'nearest' }),
    );
  };
  const opened = data.cited.find((one) => one.symbol === chosen) ?? data.cited[0];
  const mentions = data.cited.reduce((sum, one) => sum + one.mentions.length, 0);
  return (
    <>
      <PageHeader
        title={t.ofDocument(nameOf(data, t.noSymbol))}
        lead={t.summary(mentions, data.cited.length)}
      >
        <Button variant="default" component={Link} to={`/documents/${id}`}>
          {t.toReader}
        </Button>
        <Button variant="default" component={Link} to="/citations">
          {t.toAll}
        </Button>
      </PageHeader>
      {opened ? (
        <div className="citations-page">
          <div>
            <figure className="paper citation-figure">
              <figcaption>
                <b>{t.graph}</b> <Legend help={t.graphHelp} />
              </figcaption>
              <div className="citation-scroll">
                <DocumentGraph document={data} chosen={opened.symbol} onChoose={choose} />
              </div>
            </figure>
            <CitedTable cited={data.cited} chosen={opened.symbol} onChoose={choose} />
          </div>
          <MentionList documentId={id} cited={opened} />
        </div>
      ) : (
        <Empty title={t.none} />
      )}
    </>
  );
}

function CitedTable({
  cited,
  chosen,
  onChoose,
}: {
  cited: CitedHere[];
  chosen: string;
  onChoose: (symbol: string) => void;
}) {
  const t = useWords(citationWords);
  return (
    <table className="paper citation-table">
      <caption>{t.table}</caption>
      <thead>
        <tr>
          <th scope="col">{t.columns.instrument}</th>
          <th scope="col">{t.columns.issuer}</th>
          <th scope="col">{t.columns.role}</th>
          <th scope="col" className="number">
            {t.columns.mentions}
          </th>
        </tr>
      </thead>
      <tbody>
        {cited.map((one) => (
          <tr key={one.symbol} data-chosen={one.symbol === chosen || undefined}>
            <th scope="row">
              <button
                type="button"
                className="cited-button"
                aria-pressed={one.symbol === chosen}
                onClick={() => onChoose(one.symbol)}
              >
                {nameOf(one)}
              </button>
              <ReplacedChip replacement={one.replacement} />
            </th>
            <td data-label={t.columns.issuer}>
              {[one.issuer, one.date ? showDay(one.date) : null].filter(Boolean).join(', ') || '–'}
            </td>
            <td data-label={t.columns.role} className="role">
              <Text span fz="sm" fw={one.basis ? 600 : 400}>
                {one.basis ? t.basis : t.other}
              </Text>
            </td>
            <td data-label={t.columns.mentions} className="number">
              {one.mentions.length}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
