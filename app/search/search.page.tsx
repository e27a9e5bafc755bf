import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { MarkedText } from './marked-text.tsx';
import { type Hit, type SearchAnswer, type SearchKind, searchKinds } from './search.contract.ts';
import { searchQuery } from './search.queries.ts';
import { searchWords } from './search.words.ts';

/** All that is found, by kind; `kind` in the address shows more of one. */
export function SearchPage() {
  const t = useWords(searchWords);
  const view = useSearch({ strict: false }) as { q?: unknown; kind?: unknown };
  const q = String(view.q ?? '').trim();
  const kind = searchKinds.find((one) => one === view.kind);
  const { data, error } = useQuery(searchQuery(q, { most: kind ? 50 : 8, kind }));
  if (error) throw error;
  return (
    <>
      {kind ? (
        <Anchor component={Link} to="/search" search={{ q } as never} fz="sm">
          {t.allKinds(q)}
        </Anchor>
      ) : null}
      <PageHeader title={q ? t.resultsFor(q) : t.title} lead={t.lead} />
      <Results q={q} kind={kind} answer={data} />
    </>
  );
}

type Given = { q: string; kind: SearchKind | undefined; answer: SearchAnswer | undefined };

function Results({ q, kind, answer }: Given) {
  const t = useWords(searchWords);
  if (q.length < 2) return <Empty title={t.start}>{t.startHelp}</Empty>;
  if (!answer) return <Waiting />;
  if (!answer.groups.length) return <Empty title={t.none(q)}>{t.noneHelp}</Empty>;
  return (
    <Stack>
      {answer.groups.map((group) => (
        <section
          key={group.kind}
          className="paper"
          aria-labelledby={`of-${group.kind}`}
          style={{ padding: '12px 16px' }}
        >
          <Text component="h2" id={`of-${group.kind}`} fw={600} fz="md" m={0}>
            {t.kinds[group.kind]}
          </Text>
          <ul className="search-hits">
            {group.hits.map((hit) => (
              <FoundLine key={hit.id} hit={hit} />
            ))}
          </ul>
          {group.more ? <More of={group.kind} q={q} isAlone={group.kind === kind} /> : null}
        </section>
      ))}
    </Stack>
  );
}

function FoundLine({ hit }: { hit: Hit }) {
  const t = useWords(searchWords);
  return (
    <li className="search-hit">
      <Anchor component={Link} to={hit.to}>
        <MarkedText marked={hit.title} />
      </Anchor>
      {hit.standing ? (
        <Text component="span" c="dimmed">
          {' '}
          ({t.standing[hit.standing]})
        </Text>
      ) : null}
      {hit.line ? (
        <Text fz="sm" lang="vi" style={{ overflowWrap: 'anywhere' }}>
          {hit.byOtherName ? t.byName('') : ''}
          <MarkedText marked={hit.line} />
        </Text>
      ) : null}
    </li>
  );
}

function More({ of, q, isAlone }: { of: SearchKind; q: string; isAlone: boolean }) {
  const t = useWords(searchWords);
  if (isAlone && of === 'duty')
    return (
      <Anchor component={Link} to="/duties" search={{ text: q } as never}>
        {t.inList}
      </Anchor>
    );
  if (isAlone) return <Text c="dimmed">{t.tooMany}</Text>;
  return (
    <Anchor component={Link} to="/search" search={{ q, kind: of } as never}>
      {t.moreOf(t.kinds[of])}
    </Anchor>
  );
}
