import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FileLine } from '#app/files/file-line.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { documentWords } from '../document.words.ts';
import type { HeaderPatch, ShownDocument } from './use-review.ts';

const fields = ['symbol', 'kind', 'title', 'issuer', 'place', 'issuedOn'] as const;
type Field = (typeof fields)[number];

/** Header fields, each leading to the words it was read from; they can be put right while the document is a draft. */
export function HeaderPanel({
  document: d,
  mayReview,
  onPatch,
  onShow,
}: {
  document: ShownDocument;
  mayReview: boolean;
  onPatch: (patch: HeaderPatch) => void;
  onShow: (mark: string) => void;
}) {
  const t = useWords(documentWords);
  const [editing, setEditing] = useState(false);
  if (editing)
    return (
      <HeaderForm
        document={d}
        onDone={(patch) => {
          setEditing(false);
          if (patch && Object.keys(patch).length) onPatch(patch);
        }}
      />
    );
  const place = (name: string) => (d.spans[name] ? { onShow: () => onShow(`h-${name}`) } : {});
  const value = (field: Field) => (field === 'issuedOn' && d.issuedOn ? showDay(d.issuedOn) : d[field]);
  return (
    <Stack gap="sm" className="paper" p="md">
      <dl className="duty-fields">
        {fields.map((field) => (
          <Row key={field} label={t.fields[field]} {...place(markOf(field))}>
            {value(field) ?? <span className="duty-note">{t.notRead}</span>}
          </Row>
        ))}
        <Row label={t.fields.signers} {...place('signers')}>
          {d.signers
            .map((signer) => [signer.authority, signer.position, signer.name].filter(Boolean).join(', '))
            .join('; ') || <span className="duty-note">{t.notRead}</span>}
        </Row>
        <Row label={t.fields.recipients} {...place('recipients')}>
          {d.recipients.join('; ') || <span className="duty-note">{t.notRead}</span>}
        </Row>
        {d.urgency ? <Row label={t.fields.urgency}>{d.urgency}</Row> : null}
      </dl>
      <Group gap="sm">
        {mayReview ? (
          <Button size="xs" variant="default" onClick={() => setEditing(true)}>
            {t.editHeader}
          </Button>
        ) : null}
        {d.file ? <FileLine file={d.file} label={`${t.originalFile}:`} /> : null}
      </Group>
      <Text fz="sm" c="dimmed">
        {t.imported(d.createdBy, showInstant(d.createdAt))}
      </Text>
      {d.notes.length ? (
        <div className="duty-doubts">
          <strong>{t.notes}</strong>
          <ul>
            {d.notes.map((note) => (
              <li key={note.message + String(note.span)}>{note.message}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </Stack>
  );
}

const markOf = (field: Field): string => (field === 'issuedOn' ? 'date' : field);

function Row({ label, onShow, children }: { label: string; onShow?: () => void; children: ReactNode }) {
  const t = useWords(documentWords);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {children}{' '}
        {onShow ? (
          <button
            type="button"
            className="where-read"
            aria-label={`${t.whereRead}: ${label}`}
            title={t.whereRead}
            onClick={onShow}
          >
            ↤
          </button>
        ) : null}
      </dd>
    </div>
  );
}

function HeaderForm({
  document: d,
  onDone,
}: {
  document: ShownDocument;
  onDone: (patch: HeaderPatch | null) => void;
}) {
  const t = useWords(documentWords);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = fields.map((field) => [field, String(form.get(field) ?? '').trim() || null] as const);
    onDone(Object.fromEntries(typed.filter(([field, value]) => d[field] !== value)));
  };
  return (
    <form onSubmit={save} className="paper" style={{ padding: 16 }}>
      <Stack gap="xs">
        {fields.map((field) => (
          <TextInput
            key={field}
            name={field}
            type={field === 'issuedOn' ? 'date' : 'text'}
            label={t.fields[field]}
            defaultValue={d[field] ?? ''}
            autoComplete="off"
          />
        ))}
        <Group gap="xs">
          <Button type="submit" size="xs">
            {t.form.save}
          </Button>
          <Button size="xs" variant="default" onClick={() => onDone(null)}>
            {t.form.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
