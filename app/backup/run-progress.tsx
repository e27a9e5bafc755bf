import { Progress, Text } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import type { BackupRun } from './backup.contract.ts';
import { backupWords } from './backup.words.ts';

/** How far a run is, in words; the bar moves only where the end is known. */
export function RunProgress({ run }: { run: BackupRun }) {
  const t = useWords(backupWords);
  const kind = run.kind === 'backup' ? t.backupName : t.drillName;
  const known = run.total > 0;
  return (
    <section className="paper" style={{ padding: 18 }} aria-label={t.running(kind)}>
      <Text fw={600} role="status">
        {t.running(kind)}: {t.steps[run.step].toLocaleLowerCase('vi')}
      </Text>
      <Progress
        mt="xs"
        value={known ? (100 * run.done) / run.total : 100}
        animated={!known}
        striped={!known}
        aria-label={t.steps[run.step]}
      />
      {known ? (
        <Text c="dimmed" fz="sm" mt={4}>
          {t.ofTotal(showNumber(run.done), showNumber(run.total))}
        </Text>
      ) : null}
    </section>
  );
}
