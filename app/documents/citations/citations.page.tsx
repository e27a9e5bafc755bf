import { Button, Checkbox, Group, Pagination, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import { AllGraph } from './all-graph.tsx';
import { listCitations } from './citation.contract.ts';
import { citationWords } from './citation.words.ts';
import { Legend } from './legend.tsx';
import { ReplacedChip } from './replaced-chip.tsx';
import { type AllCitations, nameOf } from './use-citations.ts';
import './citations.css';

type View = { text?: string; replaced?: 'true'; page?: number; chosen?: string };

export function CitationsPage() {
  const t = useWords(citationWords);
  const { chosen, ...query } = useSearch({ strict: false }) as View;
  // The address may carry the bare word, which the router reads as a value.
  const asked = { ...query, ...(query.replaced ? { replaced: 'true' as const } : {}) };
  const { data } = useQuery({
    queryKey: ['documents', 'citations', asked],
    queryFn: () => call(listCitations, { query: asked }),
    placeholderData: keepPreviousData,
  });
  const navigate = useNavigate();
  const go = (change: { [K in keyof View]: View[K] | undefined }) =>
    void navigate({
      to: '/citations',
      search: ((before: View) => ({ ...before, ...change })) as never,
      replace: true,
      resetScroll: false,
    });
  const search = useDebouncedCallback(
    (text: string) => go({ text: text || undefined, page: undefined, chosen: undefined }),
    250,
  );
  return (
    <>
      <PageHeader title={t.citations} lead={t.allLead} />
      <Group my="md" gap="md">
        <TextInput
          aria-label={t.search}
          placeholder={t.search}
          defaultValue={query.text === undefined ? '' : String(query.text)}
          onChange={(event) => search(event.currentTarget.value)}
          leftSection={<IconSearch size={16} />}
          style={{ flex: '1 1 260px', maxWidth: 420 }}
        />
        <Checkbox
          label={t.onlyReplaced(data?.replaced ?? 0)}
          checked={Boolean(query.replaced)}
          onChange={(event) =>
            go({
              replaced: event.currentTarget.checked ? 'true' : undefined,
              page: undefined,
              chosen: undefined,
            })
          }
        />
      </Group>
      {data ? (
        <Found
          data={data}
          filtered={Boolean(query.text || query.replaced)}
          view={{ ...query, ...(chosen ? { chosen } : {}) }}
          go={go}
        />
      ) : (
        <Waiting />
      )}
    </>
  );
}

function Found({
  data,
  filtered,
  view,
  go,
}: {
  data: AllCitations;
  filtered: boolean;
  view: View;
  go: (change: { [K in keyof View]: View[K] | undefined }) => void;
}) {
  const t = useWords(citationWords);
  if (!data.instruments.length)
    return (
      <Empty title={filtered ? t.noMatch : t.noneAnywhere}>
        <Text c="dimmed">{filtered ? t.noMatchHelp : t.noneAnywhereHelp}</Text>
      </Empty>
    );
  const pages = Math.ceil(data.total / data.pageSize);
  return (
    <div className="citations-all">
      <Text fz="sm" c="dimmed" aria-live="polite">
        {t.count(data.total)}
      </Text>
      <figure className="paper citation-figure">
        <figcaption>
          <b>{t.graph}</b> <Legend help={t.graphAllHelp} />
        </figcaption>
        <div className="citation-scroll">
          <AllGraph
            data={data}
            chosen={view.chosen ?? null}
            onChoose={(one) => go({ chosen: one === view.chosen ? undefined : one })}
          />
        </div>
      </figure>
      <InstrumentTable data={data} chosen={view.chosen ?? null} onClear={() => go({ chosen: undefined })} />
      {pages > 1 ? (
        <Pagination
          component="nav"
          aria-label={t.pages}
          total={pages}
          value={view.page ?? 1}
          onChange={(page) => go({ page, chosen: undefined })}
        />
      ) : null}
    </div>
  );
}

function InstrumentTable({
  data,
  chosen,
  onClear,
}: {
  data: AllCitations;
  chosen: string | null;
  onClear: () => void;
}) {
  const t = useWords(citationWords);
  const citing = new Map(data.documents.map((one) => [one.id, one]));
  const rows = data.instruments.filter(
    (one) => chosen === null || one.key === chosen || one.citedBy.some((cite) => cite.documentId === chosen),
  );
  return (
    <div>
      {chosen === null ? null : (
        <Group gap="sm" mb="xs">
          <Text fz="sm" aria-live="polite">
            {t.chosenOnly(rows.length, data.total)}
          </Text>
          <Button size="xs" variant="default" onClick={onClear}>
            {t.clear}
          </Button>
        </Group>
      )}
      <table className="paper citation-table">
        <caption>{t.table}</caption>
        <thead>
          <tr>
            <th scope="col">{t.columns.instrument}</th>
            <th scope="col">{t.columns.issuer}</th>
            <th scope="col">{t.columns.citedBy}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.key}>
              <th scope="row">
                {nameOf(one)}
                <ReplacedChip replacement={one.replacement} />
              </th>
              <td data-label={t.columns.issuer}>
                {[one.issuer, one.date ? showDay(one.date) : null].filter(Boolean).join(', ') || '–'}
              </td>
              <td data-label={t.columns.citedBy}>
                <ul className="citing-list">
                  {one.citedBy.map((cite) => (
                    <li key={cite.documentId}>
                      <Link
                        to="/documents/$id/citations"
                        params={{ id: cite.documentId } as never}
                        search={{ cited: one.symbol } as never}
                        className="citing-link"
                      >
                        {nameOf(citing.get(cite.documentId) ?? { kind: null, symbol: null }, t.noSymbol)}
                      </Link>{' '}
                      ({cite.basis ? `${t.basis.toLowerCase()}, ` : ''}
                      {t.times(cite.mentions)})
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
