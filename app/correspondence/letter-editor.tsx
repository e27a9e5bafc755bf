import { NativeSelect, SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { BlockEditor } from './block-editor.tsx';
import type { ContentShown } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';

type Props = { content: ContentShown; change: (part: Partial<ContentShown>) => void };

/** What a letter prints and nothing else. */
export function LetterEditor({ content, change }: Props) {
  const t = useWords(letterWords);
  const { signature } = content;
  const sign = (part: Partial<ContentShown['signature']>) => change({ signature: { ...signature, ...part } });
  const line = (label: string, value: string, set: (value: string) => void) => (
    <TextInput label={label} value={value} onChange={(event) => set(event.currentTarget.value)} />
  );
  const lines = (label: string, value: string[], set: (value: string[]) => void) => (
    <Textarea
      label={label}
      value={value.join('\n')}
      autosize
      minRows={2}
      onChange={(event) => {
        const { value } = event.currentTarget;
        set(value ? value.split('\n') : []);
      }}
    />
  );
  return (
    <Stack>
      <section className="paper letter-part">
        <Part title={t.parts.heading} />
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {line(t.superior, content.superior, (superior) => change({ superior }))}
            {line(t.issuer, content.issuer, (issuer) => change({ issuer }))}
            {line(t.notation, content.notation, (notation) => change({ notation }))}
            {line(t.place, content.place, (place) => change({ place }))}
            <NativeSelect
              label={t.urgency}
              value={content.urgency ?? ''}
              data={[{ value: '', label: t.notUrgent }, 'KHẨN', 'THƯỢNG KHẨN', 'HỎA TỐC']}
              onChange={(event) =>
                change({ urgency: (event.currentTarget.value || undefined) as ContentShown['urgency'] })
              }
            />
          </SimpleGrid>
          <Textarea
            label={t.subject}
            value={content.title}
            autosize
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          {lines(t.addressees, content.addressees, (addressees) => change({ addressees }))}
          {lines(t.bases, content.bases, (bases) => change({ bases }))}
        </Stack>
      </section>
      <section className="paper letter-part">
        <Part title={t.parts.body} />
        <BlockEditor blocks={content.body} change={(body) => change({ body })} />
      </section>
      <section className="paper letter-part">
        <Part title={t.parts.ending} />
        <Stack gap="sm">
          {lines(t.recipients, content.recipients, (recipients) => change({ recipients }))}
          {lines(t.authority, signature.authority, (authority) => sign({ authority }))}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {line(t.position, signature.position, (position) => sign({ position }))}
            {line(t.signer, signature.name, (name) => sign({ name }))}
          </SimpleGrid>
        </Stack>
      </section>
    </Stack>
  );
}

const Part = ({ title }: { title: string }) => (
  <Title order={2} fz="lg" mb="sm">
    {title}
  </Title>
);
