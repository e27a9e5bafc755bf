import { Alert, Anchor, Badge, Button, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { LedgerOf } from '#app/ledger/ledger-of.tsx';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import { showLetter } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';
import { DefectsTable } from './defects-table.tsx';
import { LadderNote } from './ladder-note.tsx';
import { Numbering, Sending } from './letter-actions.tsx';
import { LetterEditor } from './letter-editor.tsx';
import { useAutosave } from './use-autosave.ts';
import './letters.css';

const PdfView = lazy(() =>
  import('#app/files/preview/pdf-view.tsx').then(({ PdfView }) => ({ default: PdfView })),
);

type Shown = Answer<typeof showLetter>;

/** One letter: edited beside its print while a draft; as issued afterwards. */
export function LetterPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const [opened, setOpened] = useState(0);
  const { data, error } = useQuery({
    queryKey: ['letters', id],
    queryFn: () => call(showLetter, { params: { id } }),
  });
  const client = useQueryClient();
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const reopen = async () => {
    await client.refetchQueries({ queryKey: ['letters', id] });
    setOpened(opened + 1);
  };
  return (
    <>
      <Head letter={data} />
      <LadderNote letter={data} />
      {data.mayEdit && data.state === 'draft' ? (
        <Draft key={`${id} ${opened}`} letter={data} reopen={reopen} />
      ) : (
        <Issued letter={data} />
      )}
    </>
  );
}

const titleOf = ({ symbol, title }: Shown): string =>
  symbol ? `${symbol}: ${title}` : title.charAt(0).toLocaleUpperCase('vi') + title.slice(1);

function Head({ letter }: { letter: Shown }) {
  const t = useWords(letterWords);
  const address = `/api/letters/${letter.id}/document`;
  return (
    <>
      <Anchor component={Link} to="/letters" fz="sm">
        ← {t.back}
      </Anchor>
      <PageHeader
        title={titleOf(letter)}
        lead={[
          t.kinds[letter.draftKind],
          t.states[letter.state],
          letter.dated && showDay(letter.dated),
          letter.stampedOn && t.stamped(showDay(letter.stampedOn)),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        <Button component="a" href={`${address}.docx`} variant="default">
          {t.docx}
        </Button>
        <Button component="a" href={`${address}.pdf`} variant="default">
          {t.pdf}
        </Button>
      </PageHeader>
    </>
  );
}

function Draft({ letter, reopen }: { letter: Shown; reopen: () => void }) {
  const t = useWords(letterWords);
  const saved = useAutosave(letter.id, letter);
  const ready = async () => {
    await saved.flush();
    return saved.revision.current;
  };
  return (
    <div className="letter-desk">
      <Stack>
        <div role="status">
          <Badge variant="light" radius="sm" tt="none" fz="sm">
            {{ saved: t.saved, saving: t.saving, unsaved: t.unsaved }[saved.saving]}
          </Badge>
        </div>
        {saved.fault ? (
          <Alert color="red" role="alert" title={saved.isStale ? t.conflictTitle : undefined}>
            <Text>{saved.fault.message}</Text>
            {saved.isStale ? (
              <Button mt="sm" variant="default" onClick={reopen}>
                {t.openNew}
              </Button>
            ) : null}
          </Alert>
        ) : null}
        <LetterEditor content={saved.content} change={saved.change} />
        <Numbering id={letter.id} today={letter.today} faults={saved.faults ?? letter.faults} ready={ready} />
      </Stack>
      <Side letter={letter} />
    </div>
  );
}

function Issued({ letter }: { letter: Shown }) {
  return (
    <div className="letter-desk">
      <Print letter={letter} />
      <Stack>
        {letter.mayEdit && letter.state === 'numbered' ? (
          <Sending
            id={letter.id}
            dated={letter.dated ?? letter.today}
            stampBy={letter.stampBy}
            today={letter.today}
          />
        ) : null}
        <About letter={letter} />
      </Stack>
    </div>
  );
}

const Side = ({ letter }: { letter: Shown }) => (
  <Stack>
    <Print letter={letter} />
    <About letter={letter} />
  </Stack>
);

/** The pages as they will be printed. */
function Print({ letter }: { letter: Shown }) {
  const t = useWords(letterWords);
  const address = `/api/letters/${letter.id}/document.pdf?revision=${letter.revision}-${letter.state}`;
  return (
    <section aria-label={t.preview}>
      <Suspense fallback={<Waiting />}>
        <PdfView address={address} name={t.preview} />
      </Suspense>
    </section>
  );
}

function About({ letter }: { letter: Shown }) {
  const t = useWords(letterWords);
  return (
    <>
      <section className="paper letter-part">
        <Title order={2} fz="lg" mb="sm">
          {t.form}
        </Title>
        {letter.defects.length ? (
          <DefectsTable defects={letter.defects} label={t.form} />
        ) : (
          <Text>{t.formGood}</Text>
        )}
      </section>
      {letter.duties.length ? (
        <section className="paper letter-part">
          <Title order={2} fz="lg" mb="sm">
            {t.duties}
          </Title>
          <Stack gap="xs">
            {letter.duties.map((duty) => (
              <Anchor key={duty.id} component={Link} to={`/duties/${duty.id}`} lineClamp={2}>
                {[duty.path, duty.text].filter(Boolean).join(': ')}
              </Anchor>
            ))}
          </Stack>
        </section>
      ) : null}
      <section className="paper letter-part">
        <Title order={2} fz="lg" mb="sm">
          {t.history}
        </Title>
        <LedgerOf subjectKind="letter" subjectId={letter.id} />
      </section>
    </>
  );
}
