import { Alert, Button, FileButton, Group, Loader, Stack, Text, Textarea } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type DragEvent, type FormEvent, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { documentWords } from '../document.words.ts';
import { MeetingBox } from './meeting-box.tsx';
import { useImportDocument } from './use-imports.ts';

/** Takes a document in: dropped, chosen or pasted; then opens what was read, or the one that is here already. */
export function DropZone() {
  const t = useWords(documentWords);
  const [over, setOver] = useState(false);
  const [pasting, setPasting] = useState<'text' | 'meeting' | null>(null);
  const toggle = (what: 'text' | 'meeting') => setPasting(pasting === what ? null : what);
  const importing = useImportDocument();
  const take = (file: File | null | undefined) => file && importing.mutate(file);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const given = importing.variables;
  return (
    <section
      className="drop-zone"
      data-over={over || undefined}
      aria-label={t.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {importing.isPending ? (
        <Group role="status" justify="center">
          <Loader size="sm" />
          <Text>{t.readingFile(given instanceof File ? given.name : t.pasted)}</Text>
        </Group>
      ) : (
        <>
          <Group justify="space-between" gap="md">
            <Group gap="sm" wrap="nowrap" style={{ flex: '1 1 280px' }}>
              <IconFileUpload size={34} stroke={1.4} aria-hidden style={{ flex: 'none' }} />
              <div>
                <Text fw={600}>{t.drop}</Text>
                <Text fz="sm" c="dimmed">
                  {t.dropHelp}
                </Text>
              </div>
            </Group>
            <Group gap="xs">
              <FileButton onChange={take}>{(props) => <Button {...props}>{t.choose}</Button>}</FileButton>
              <Button variant="default" aria-expanded={pasting === 'text'} onClick={() => toggle('text')}>
                {t.paste}
              </Button>
              <Button
                variant="default"
                aria-expanded={pasting === 'meeting'}
                onClick={() => toggle('meeting')}
              >
                {t.pasteMeeting}
              </Button>
              <Button variant="default" component={Link} to="/trackers/import">
                {t.fromTracker}
              </Button>
            </Group>
          </Group>
          {importing.error ? (
            <Alert color="red" role="alert" mt="sm">
              {importing.error.message}
            </Alert>
          ) : null}
        </>
      )}
      {pasting ? (
        <div hidden={importing.isPending}>
          {pasting === 'meeting' ? (
            <MeetingBox onMeeting={importing.mutate} onCancel={() => setPasting(null)} />
          ) : (
            <PasteBox onText={importing.mutate} onCancel={() => setPasting(null)} />
          )}
        </div>
      ) : null}
    </section>
  );
}

function PasteBox({ onText, onCancel }: { onText: (text: string) => void; onCancel: () => void }) {
  const t = useWords(documentWords);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onText(String(new FormData(event.currentTarget).get('text')));
  };
  return (
    <form onSubmit={submit}>
      <Stack mt="sm" gap="xs">
        <Textarea
          name="text"
          label={t.pasteLabel}
          description={t.pasteHelp}
          rows={10}
          required
          autoFocus
          classNames={{ input: 'document-text' }}
        />
        <Group gap="xs">
          <Button type="submit">{t.read}</Button>
          <Button variant="default" onClick={onCancel}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
