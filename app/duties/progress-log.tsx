import { Anchor, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { addressOf } from '#app/platform/contract.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay, showInstant, showSize } from '#app/web/show.ts';
import { downloadEvidence } from './assignment.contract.ts';
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
            <Anchor
              key={file.fileId}
              href={addressOf(downloadEvidence, { params: { fileId: file.fileId } })}
              download
              display="flex"
              py={4}
              style={{ alignItems: 'center', gap: 6, overflowWrap: 'anywhere' }}
            >
              <IconPaperclip size={16} aria-hidden style={{ flex: 'none' }} />
              {t.download(file.name, showSize(file.size))}
            </Anchor>
          ))}
          <Text className="duty-soft">{t.loggedBy(entry.authorName, showInstant(entry.createdAt))}</Text>
        </li>
      ))}
    </ol>
  );
}
