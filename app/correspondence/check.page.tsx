import { Alert, Anchor, Button, FileInput, Stack, Text, Title } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { sendForm } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader } from '#app/web/page-states.tsx';
import { checkForm } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';
import { DefectsTable } from './defects-table.tsx';
import './letters.css';

/** Any Word file held against the form of Decree 30: dropped or chosen. */
export function CheckFormPage() {
  const t = useWords(letterWords);
  const [file, setFile] = useState<File | null>(null);
  const checking = useMutation({
    mutationFn: (given: File) => {
      const form = new FormData();
      form.set('file', given);
      return sendForm<Answer<typeof checkForm>>(checkForm.path, form);
    },
  });
  const take = (given: File | null) => {
    setFile(given);
    if (given) checking.mutate(given);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files[0] ?? null);
  };
  const { data, error } = checking;
  return (
    <>
      <Anchor component={Link} to="/letters" fz="sm">
        ← {t.back}
      </Anchor>
      <PageHeader title={t.check} lead={t.checkLead} />
      <Stack>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way, the field does the same */}
        <div className="paper letter-drop" onDrop={drop} onDragOver={(event) => event.preventDefault()}>
          <FileInput
            label={t.chooseFile}
            placeholder={t.dropFile}
            leftSection={<IconFileText size={18} aria-hidden />}
            accept=".docx"
            value={file}
            onChange={take}
            maw={420}
            clearable={false}
          />
          <Button mt="sm" disabled={!file} loading={checking.isPending} onClick={() => take(file)}>
            {t.checkNow}
          </Button>
        </div>
        {error ? <Alert color="red">{error.message}</Alert> : null}
        {data ? <Result data={data} /> : null}
        <Text c="dimmed" fz="sm">
          {t.limits}
        </Text>
      </Stack>
    </>
  );
}

function Result({ data }: { data: Answer<typeof checkForm> }) {
  const t = useWords(letterWords);
  if (!data.defects.length)
    return (
      <Alert role="status" color="green">
        {t.good(data.name)}
      </Alert>
    );
  return (
    <div className="paper letter-part" role="status">
      <Title order={2} fz="lg" mb="sm">
        {t.found(data.name, data.defects.length)}
      </Title>
      <DefectsTable defects={data.defects} label={t.check} />
    </div>
  );
}
