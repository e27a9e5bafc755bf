import { Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showDay } from '#app/web/show.ts';
import { ladderWords } from './ladder.words.ts';
import type { tryLadder } from './notice.contract.ts';

type Letters = Awaited<ReturnType<typeof call<typeof tryLadder>>>['letters'];

/** The letters that the ladder would draft over the next 30 days, and before whom it would lay them. */
export function TriedLetters({ letters }: { letters: Letters }) {
  const t = useWords(ladderWords);
  return (
    <>
      <Title order={3} fz="md" mt="md">
        {t.letters}
      </Title>
      <Text c="dimmed" fz="sm">
        {t.lettersHelp}
      </Text>
      {letters.length ? (
        <ScrollRegion style={{ maxHeight: 360, marginTop: 8 }} label={t.letters}>
          <Table miw={640} aria-label={t.letters} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                {[t.on, t.addressee, t.laid, t.duty].map((head) => (
                  <Table.Th key={head} scope="col">
                    {head}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {letters.map((letter) => (
                <Table.Tr key={`${letter.on} ${letter.level} ${letter.agencyName}`}>
                  <Table.Th scope="row" fw={500} style={{ whiteSpace: 'nowrap' }}>
                    {showDay(letter.on)}
                  </Table.Th>
                  <Table.Td>
                    {letter.agencyName}
                    <Text fz="sm" c="dimmed">
                      {t.dutiesNamed(letter.duties.length)}
                      {letter.duties.every(({ isRequest }) => isRequest) ? `, ${t.politely}` : ''}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {letter.people.join(', ') || t.nobody}
                    <Text fz="sm" c="dimmed">
                      {t.levels[letter.level]}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {letter.duties.map((duty) => (
                      <div key={duty.id}>
                        <Link className="notice-link" to={`/duties/${duty.id}`}>
                          {duty.title}
                        </Link>
                      </div>
                    ))}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      ) : (
        <Text mt="xs">{t.lettersNone}</Text>
      )}
    </>
  );
}
