import { Table, Title } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { showInstant, showSize } from '#app/web/show.ts';
import type { BackupRun } from './backup.contract.ts';
import { backupWords } from './backup.words.ts';

/** The latest runs, newest first. */
export function BackupHistory({ runs }: { runs: BackupRun[] }) {
  const t = useWords(backupWords);
  if (!runs.length) return null;
  return (
    <section>
      <Title order={2} fz={16} mb="xs">
        {t.history}
      </Title>
      <Table.ScrollContainer
        minWidth={320}
        className="paper"
        type="native"
        role="region"
        aria-label={t.history}
        tabIndex={0}
      >
        <Table aria-label={t.history}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t.when}</Table.Th>
              <Table.Th scope="col">{t.what}</Table.Th>
              <Table.Th scope="col">{t.result}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.map((run) => (
              <Table.Tr key={run.id}>
                <Table.Td>{showInstant(run.startedAt)}</Table.Td>
                <Table.Td>
                  {run.kind === 'backup' ? t.backupName : t.drillName}, {t[run.reason]}
                </Table.Td>
                <Table.Td>
                  <Result run={run} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function Result({ run }: { run: BackupRun }) {
  const t = useWords(backupWords);
  if (run.state === 'running') return t.runningState;
  if (run.state === 'failed') return `${t.failed}. ${run.failure ?? ''}`;
  return run.kind === 'backup' ? `${t.done}, ${showSize(run.size ?? 0)}` : t.passed;
}
