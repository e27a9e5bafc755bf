import { Button, Group, Progress, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { importWords } from './import.words.ts';
import { isRunning, type ShownImport, useDropImport, useImports } from './use-imports.ts';

/** Files being read, page by page, and those just read; nothing when there are none. */
export function ImportsList() {
  const t = useWords(importWords);
  const imports = useImports();
  if (!imports.length) return null;
  return (
    <section aria-label={t.running}>
      <ul className="paper imports-list">
        {imports.map((job) => (
          <ImportRow key={job.id} job={job} />
        ))}
      </ul>
      {imports.some(isRunning) ? (
        <Text fz="sm" c="dimmed" mt={4}>
          {t.background}
        </Text>
      ) : null}
    </section>
  );
}

function ImportRow({ job }: { job: ShownImport }) {
  const t = useWords(importWords);
  const drop = useDropImport();
  const name = job.name || t.secretName;
  const running = isRunning(job);
  return (
    <li className="imports-row" data-state={job.state}>
      <div className="imports-what">
        <Text fw={600} className="imports-name">
          {name}
        </Text>
        <Text fz="sm" role="status">
          {useStateInWords(job)}
        </Text>
        {running ? (
          <Progress
            mt={4}
            size="sm"
            aria-label={t.progressOf(name)}
            value={job.pages ? (100 * (job.page ?? 0)) / job.pages : 0}
          />
        ) : null}
      </div>
      <Group gap="xs" wrap="nowrap">
        {job.documentId ? (
          <Button
            size="xs"
            component={Link}
            to={`/documents/${job.documentId}`}
            aria-label={t.openNamed(name)}
          >
            {t.open}
          </Button>
        ) : null}
        <Button
          size="xs"
          variant="default"
          aria-label={running ? t.cancelNamed(name) : t.dismissNamed(name)}
          onClick={() => drop.mutate(job.id)}
        >
          {running ? t.cancel : t.dismiss}
        </Button>
      </Group>
    </li>
  );
}

/** Where the reading is: the page in hand is the one after those done. */
function useStateInWords(job: ShownImport): string {
  const t = useWords(importWords);
  if (job.state === 'waiting') return t.waiting;
  if (job.state === 'done') return job.known ? t.known : t.done;
  if (job.state === 'refused') return `${t.refused}: ${job.problem}`;
  if (job.state === 'failed') return `${t.failed}: ${job.problem}`;
  if (job.page === null || job.pages === null) return t.opening;
  if (job.page >= job.pages) return t.finishing;
  return (job.recognised ? t.recognisingPage : t.readingPage)(job.page + 1, job.pages);
}
