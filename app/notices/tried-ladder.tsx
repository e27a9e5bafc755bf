import { Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showDay } from '#app/web/show.ts';
import { ladderWords } from './ladder.words.ts';
import type { tryLadder } from './notice.contract.ts';
import { sayNotice } from './say-notice.ts';
import { TriedLetters } from './tried-letters.tsx';

type Tried = Awaited<ReturnType<typeof call<typeof tryLadder>>>;

/** Who would get what over the next 30 days. */
export function TriedLadder({ tried }: { tried: Tried | undefined }) {
  const t = useWords(ladderWords);
  return (
    <section className="paper" style={{ padding: '14px 18px' }} aria-live="polite">
      <Title order={2} fz="lg">
        {t.try}
      </Title>
      {tried ? <Found tried={tried} /> : <Text c="dimmed">{t.notYet}</Text>}
      {tried ? <TriedLetters letters={tried.letters} /> : null}
    </section>
  );
}

function Found({ tried }: { tried: Tried }) {
  const t = useWords(ladderWords);
  const { language } = useLanguage();
  return (
    <>
      <Text c="dimmed">{t.tried(showDay(tried.from), showDay(tried.to))}</Text>
      <Text fw={600}>{tried.rows.length ? t.triedCount(tried.count, tried.people) : t.triedEmpty}</Text>
      {tried.unheard ? <Text>{t.unheard(tried.unheard)}</Text> : null}
      {tried.rows.length ? (
        <ScrollRegion style={{ maxHeight: 460, marginTop: 8 }} label={t.try}>
          <Table miw={720} aria-label={t.try} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                {[t.on, t.who, t.what, t.duty].map((head) => (
                  <Table.Th key={head} scope="col">
                    {head}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {tried.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only replaced as a whole.
                <Table.Tr key={at}>
                  <Table.Th scope="row" fw={500} style={{ whiteSpace: 'nowrap' }}>
                    {showDay(row.on)}
                  </Table.Th>
                  <Table.Td miw={190}>
                    {row.people.join(', ') || t.nobody}
                    <Text fz="sm" c="dimmed">
                      {t.levels[row.level]} · {t.channels[row.channel]}
                    </Text>
                  </Table.Td>
                  <Table.Td>{sayNotice({ ...row, level: 'head', sentBy: null }, language)}</Table.Td>
                  <Table.Td>
                    {row.dutyId ? (
                      <Link className="notice-link" to={`/duties/${row.dutyId}`}>
                        {row.title}
                      </Link>
                    ) : (
                      row.title
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      ) : null}
      {tried.rows.length >= 500 ? <Text fz="sm">{t.most(tried.rows.length)}</Text> : null}
    </>
  );
}
