import { Anchor, Button, Group, Loader, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { addressOf } from '#app/platform/contract.ts';
import { bookPaths } from '#app/registers/book/book.contract.ts';
import { listRows, type RegisterShown } from '#app/registers/register.contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showNumber } from '#app/web/show.ts';
import { ListFilters } from './list-filters.tsx';
import { isNarrowed, useListView } from './list-view.ts';
import { RowsTable } from './rows-table.tsx';
import { screenWords } from './screens.words.ts';
import { SettingsSection } from './settings-section.tsx';
import { useRegister } from './use-register.ts';
import './screens.css';

/** The list of a register: any of them. */
export function RegisterPage() {
  const { register: name } = useParams({ strict: false }) as { register: string };
  const register = useRegister(name);
  return register ? <List key={name} register={register} /> : <Waiting />;
}

function List({ register }: { register: RegisterShown }) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const { view, query, page, change } = useListView(register.name);
  const { data, isFetching, error } = useQuery({
    queryKey: ['registers', register.name, 'rows', query, page, language],
    queryFn: () =>
      call(listRows, { params: { register: register.name }, query: { ...query, page, language } }),
    placeholderData: keepPreviousData,
  });
  if (error) throw error;
  const lead = data ? t.rows(showNumber(data.total), data.isMore) : ' ';
  const bookOf = (path: string) =>
    addressOf({ path } as never, { params: { register: register.name }, query });
  return (
    <>
      <Anchor component={Link} to="/registers" fz="sm" className="no-print">
        ← {t.registers}
      </Anchor>
      <PageHeader title={register.said[language]} lead={lead}>
        {isFetching && data ? <Loader size="sm" aria-hidden /> : null}
        {register.toDecide ? (
          <Button component={Link} to={`/registers/${register.name}/alike`} variant="default">
            {t.queue} ({showNumber(register.toDecide)})
          </Button>
        ) : null}
        {register.indicators.length ? (
          <Button component={Link} to={`/registers/${register.name}/figures`} variant="default">
            {t.figures}
          </Button>
        ) : null}
        {register.may.import ? (
          <Button component={Link} to={`/registers/${register.name}/import`} variant="default">
            {t.import}
          </Button>
        ) : null}
        <Button component="a" href={bookOf(bookPaths.rows)} download variant="default">
          {t.export}
        </Button>
        {register.may.write ? (
          <Button component={Link} to={`/registers/${register.name}/new`}>
            {t.add(register.one[language])}
          </Button>
        ) : null}
      </PageHeader>
      <ListFilters register={register} view={view} change={change} />
      {data ? (
        data.rows.length ? (
          <>
            <RowsTable
              register={register}
              rows={data.rows}
              sort={view.sort}
              setSort={(sort) => change({ sort })}
            />
            <Pages
              page={page}
              hasNext={data.rows.length === data.size && (data.isMore || page * data.size < data.total)}
              go={(to) => change({ page: to })}
            />
          </>
        ) : (
          <Empty title={isNarrowed(view) ? t.emptyFiltered : t.emptyTitle}>
            {isNarrowed(view) ? null : <Text>{t.emptyHelp}</Text>}
          </Empty>
        )
      ) : (
        <Waiting />
      )}
      <Text c="dimmed" fz="sm" mt="md">
        {t.basis}: {register.basis}. {sentence(register.may.sentences.read[language])};{' '}
        {register.may.sentences.write[language]}.
      </Text>
      <SettingsSection register={register} />
    </>
  );
}

const sentence = (words: string) => words[0]!.toLocaleUpperCase('vi') + words.slice(1);

function Pages({ page, hasNext, go }: { page: number; hasNext: boolean; go: (page: number) => void }) {
  const t = useWords(screenWords);
  if (page === 1 && !hasNext) return null;
  return (
    <Group mt="md" justify="center" className="no-print">
      <Button variant="default" disabled={page === 1} onClick={() => go(page - 1)}>
        {t.previous}
      </Button>
      <Text>{t.page(page)}</Text>
      <Button variant="default" disabled={!hasNext} onClick={() => go(page + 1)}>
        {t.next}
      </Button>
    </Group>
  );
}
