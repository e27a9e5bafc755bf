import { ActionIcon, Anchor } from '@mantine/core';
import { IconDownload, IconPaperclip } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { addressOf } from '#app/platform/contract.ts';
import { useWords } from '#app/web/language.tsx';
import { showSize } from '#app/web/show.ts';
import { downloadFile } from './file.contract.ts';
import { fileWords } from './file.words.ts';
import './files.css';

/** A file wherever one is listed: its name opens the page that shows it, the arrow saves it. */
export function FileLine({
  file,
  label,
}: {
  file: { id: string; name: string; size: number };
  label?: string;
}) {
  const t = useWords(fileWords);
  return (
    <span className="file-line">
      <IconPaperclip size={16} aria-hidden style={{ flex: 'none' }} />
      <Anchor
        component={Link}
        to="/files/$id"
        params={{ id: file.id } as never}
        aria-label={t.look(file.name)}
        style={{ overflowWrap: 'anywhere' }}
      >
        {label ? `${label} ` : ''}
        {file.name}
      </Anchor>
      <span className="file-soft">{showSize(file.size)}</span>
      <ActionIcon
        component="a"
        href={addressOf(downloadFile, { params: { id: file.id } })}
        download
        variant="subtle"
        size="md"
        aria-label={t.saveNamed(file.name)}
      >
        <IconDownload size={16} aria-hidden />
      </ActionIcon>
    </span>
  );
}
