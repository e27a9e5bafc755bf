import { Text } from '@mantine/core';
import { FileLine } from '#app/files/file-line.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import type { ProgressShown } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { evidenceWords } from './evidence/evidence.words.ts';
import { EvidenceLinks } from './evidence/evidence-links.tsx';

/** What agencies did for this duty, newest day first, with the files that show it. */
export function ProgressLog({ entries }: { entries: ProgressShown[] }) {
  const t = useWords(dutyWords);
  const e = useWords(evidenceWords);
  if (!entries.length) return <Text c="dimmed">{t.progressNone}</Text>;
  return (
    <ol className="duty-entries">
      {entries.map((entry) => (
        <li key={entry.id} className="duty-entry">
          <Text>
            <b>{showDay(entry.doneOn)}</b> · {entry.agencyName}
            {entry.occursOn ? `, ${e.ofTime(showDay(entry.occursOn))}` : null}
          </Text>
          <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{entry.note}</Text>
          {entry.files.map((file) => (
            <FileLine key={file.fileId} file={{ id: file.fileId, name: file.name, size: file.size }} />
          ))}
          <EvidenceLinks links={entry.links} />
          <Text className="duty-soft">{t.loggedBy(entry.authorName, showInstant(entry.createdAt))}</Text>
        </li>
      ))}
    </ol>
  );
}
