import { Table, Text, Title } from '@mantine/core';
import type { z } from 'zod';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import type { readOwnAccount } from './own-account.contract.ts';
import { ownAccountWords } from './own-account.words.ts';

type Attempts = z.output<typeof readOwnAccount.response>['attempts'];

/** The latest attempts to come in under one's name, good and bad. */
export function AttemptsSection({ attempts }: { attempts: Attempts }) {
  const t = useWords(ownAccountWords);
  const { language } = useLanguage();
  return (
    <section className="paper account-part">
      <Title order={2} fz={18}>
        {t.attempts}
      </Title>
      <Text c="dimmed">{attempts.length ? t.attemptsHelp : t.noAttempts}</Text>
      {attempts.length ? (
        <Table.ScrollContainer
          minWidth={600}
          type="native"
          role="region"
          aria-label={t.attempts}
          tabIndex={0}
        >
          <Table aria-label={t.attempts}>
            <Table.Thead>
              <Table.Tr>
                {[t.when, t.how, t.result, t.device, t.address].map((head) => (
                  <Table.Th key={head} scope="col">
                    {head}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {attempts.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>{showInstant(one.at)}</Table.Td>
                  <Table.Td>{t.steps[one.step]}</Table.Td>
                  <Table.Td fw={one.succeeded ? 400 : 600}>{one.succeeded ? t.succeeded : t.failed}</Table.Td>
                  <Table.Td>{one.device[language]}</Table.Td>
                  <Table.Td>{one.address}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
    </section>
  );
}
