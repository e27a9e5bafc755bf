import { Text } from '@mantine/core';
import { FileLine } from '#app/files/file-line.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import type { ProgressShown } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';

/** What agencies did for this duty, newest day first, with the files that show it. */
export function ProgressLog({ entries }: { entries: ProgressShown[] }) {
  const t = useWords(dutyWords);
  if (!entries.length) return <Text c="dimmed">{t.progressNone}</Text>;
  return (
    <ol className="duty-entries">
      {entries.map((entry) => (
        <li key={entry.id} className="duty-entry">
          <Text>
            <b>{showDay(entry.doneOn)}</b> · {entry.agencyName}
          </Text>
          <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{entry.note}</Text>
          {entry.files.map((file) => (
            <FileLine key={file.fileId} file={{ id: file.fileId, name: file.name, size: file.size }} />
          ))}
          <Text className="duty-soft">{t.loggedBy(entry.authorName, showInstant(entry.createdAt))}</Text>
        </li>
      ))}
    </ol>
  );
}
