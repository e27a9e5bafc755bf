import { Group, Pagination, Progress, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { holds, useViewer } from '#app/web/viewer.ts';
import { listDocuments } from './document.contract.ts';
import { documentWords } from './document.words.ts';
import { DropZone } from './import/drop-zone.tsx';
import { ImportsList } from './import/imports-list.tsx';
import './documents.css';

type View = { text?: string; state?: 'draft' | 'published'; page?: number };
type Row = Answer<typeof listDocuments>['documents'][number];

export function DocumentsPage() {
  const t = useWords(documentWords);
  const mayImport = holds(useViewer(), 'focal-officer', 'administrator');
  const view = useSearch({ strict: false }) as View;
  const { data } = useQuery({
    queryKey: ['documents', 'list', view],
    queryFn: () => call(listDocuments, { query: view }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader title={t.documents} lead={mayImport ? t.lead : undefined} />
      {mayImport ? <DropZone /> : null}
      {mayImport ? <ImportsList /> : null}
      <Filters view={view} />
      {data ? <List {...data} view={view} mayImport={mayImport} /> : <Waiting />}
    </>
  );
}

function Filters({ view }: { view: View }) {
  const t = useWords(documentWords);
  const overseer = holds(useViewer(), 'focal-officer', 'leader', 'administrator', 'inspector');
  const go = useView(view);
  const search = useDebouncedCallback(
    (text: string) => go({ text: text || undefined, page: undefined }),
    250,
  );
  return (
    <Group my="md" gap="sm">
      <TextInput
        aria-label={t.search}
        placeholder={t.search}
        defaultValue={view.text ?? ''}
        onChange={(event) => search(event.currentTarget.value)}
        leftSection={<IconSearch size={16} />}
        style={{ flex: '1 1 260px', maxWidth: 460 }}
      />
      {overseer ? (
        <SegmentedControl
          aria-label={t.state}
          value={view.state ?? 'all'}
          onChange={(state) =>
            go({ state: state === 'all' ? undefined : (state as View['state']), page: undefined })
          }
          data={(['all', 'draft', 'published'] as const).map((value) => ({ value, label: t.states[value] }))}
        />
      ) : null}
    </Group>
  );
}

/** Changes the view in the address; what is undefined leaves it. */
function useView(view: View) {
  const navigate = useNavigate();
  return (change: { [K in keyof View]: View[K] | undefined }) =>
    void navigate({ to: '/documents', search: { ...view, ...change } as never, replace: true });
}

function List({
  total,
  pageSize,
  documents,
  view,
  mayImport,
}: Answer<typeof listDocuments> & { view: View; mayImport: boolean }) {
  const t = useWords(documentWords);
  const go = useView(view);
  if (!documents.length) {
    const filtered = view.text || view.state;
    return (
      <Empty title={filtered ? t.noMatch : t.none}>
        <Text c="dimmed">{filtered ? t.noMatchHelp : mayImport ? t.noneHelp : t.noneForAgency}</Text>
      </Empty>
    );
  }
  const pages = Math.ceil(total / pageSize);
  return (
    <>
      <Text fz="sm" c="dimmed" mb={6} aria-live="polite">
        {t.listOf(total)}
      </Text>
      <ul className="paper documents-list">
        {documents.map((document) => (
          <DocumentRow key={document.id} document={document} />
        ))}
      </ul>
      {pages > 1 ? (
        <Pagination
          component="nav"
          aria-label={t.pages}
          mt="md"
          total={pages}
          value={view.page ?? 1}
          onChange={(page) => go({ page })}
          getItemProps={(page) => ({ 'aria-label': t.pageNumber(page) })}
          getControlProps={(control) => ({
            'aria-label': control === 'previous' ? t.previousPage : t.nextPage,
          })}
        />
      ) : null}
    </>
  );
}

function DocumentRow({ document: d }: { document: Row }) {
  const t = useWords(documentWords);
  const known = [d.issuer, d.issuedOn ? t.issuedOn(showDay(d.issuedOn)) : null].filter(Boolean).join(', ');
  return (
    <li>
      <div className="documents-what">
        <Link to="/documents/$id" params={{ id: d.id } as never} className="documents-link">
          {[d.kind, d.symbol ?? `(${t.noSymbol})`].filter(Boolean).join(' ')}
        </Link>
        <Text fz="sm" lineClamp={2}>
          {d.title ?? t.untitled}
        </Text>
        <Text fz="sm" c="dimmed">
          {known}
        </Text>
      </div>
      <div className="documents-state">
        <Text fz="sm" fw={600}>
          {d.state === 'published' && d.publishedAt
            ? t.publishedAt(showInstant(d.publishedAt))
            : t.states.draft}
        </Text>
        <Text fz="sm">{d.dutyCount ? t.progress(d.confirmedCount, d.dutyCount) : t.noDuties}</Text>
        {d.state === 'draft' && d.dutyCount ? (
          <Progress value={(100 * d.confirmedCount) / d.dutyCount} size="sm" aria-hidden />
        ) : null}
        <Text fz="xs" c="dimmed">
          {t.importedAt(showInstant(d.createdAt))}
        </Text>
      </div>
    </li>
  );
}
