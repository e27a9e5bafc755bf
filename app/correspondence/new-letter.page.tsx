import { Alert, Anchor, Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { CallArguments } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader } from '#app/web/page-states.tsx';
import { startLetter } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';
import './letters.css';

type Wish = CallArguments<typeof startLetter>['body'];
type About = { difficultyId?: string; extensionId?: string; agencyId?: string; documentId?: string };

/** What may be written about a record; anything that the data do not give yet is refused with a sentence. */
function wishesOf({ difficultyId, extensionId, agencyId, documentId }: About): Wish[] {
  if (difficultyId)
    return [
      { draftKind: 'difficulty', difficultyId },
      { draftKind: 'submit', difficultyId },
    ];
  if (extensionId) return [{ draftKind: 'extension', extensionId }];
  if (agencyId) return [{ draftKind: 'urge', agencyId }];
  return [{ draftKind: 'report', ...(documentId ? { documentId } : {}) }];
}

/** Chooses the letter about one record: its words are drafted from the data at once. */
export function NewLetterPage() {
  const t = useWords(letterWords);
  const about = useSearch({ strict: false }) as About;
  const navigate = useNavigate();
  const client = useQueryClient();
  const starting = useMutation({
    mutationFn: (body: Wish) => call(startLetter, { body }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['letters'] });
      await navigate({ to: `/letters/${id}`, replace: true });
    },
  });
  const wishes = wishesOf(about);
  return (
    <>
      <Anchor component={Link} to="/letters" fz="sm">
        ← {t.back}
      </Anchor>
      <PageHeader title={t.newOnDuty} lead={t.newLead} />
      {starting.error ? (
        <Alert color="red" role="alert" mb="md">
          {starting.error.message}
        </Alert>
      ) : null}
      {wishes.length ? (
        <section className="paper letter-part">
          <ul className="letter-wishes">
            {wishes.map((wish) => (
              <li className="letter-wish" key={wish.draftKind}>
                <div>
                  <b>{t.kinds[wish.draftKind]}</b>
                  <Text fz="sm" c="dimmed">
                    {t.kindHelp[wish.draftKind]}
                  </Text>
                </div>
                <Button
                  aria-label={`${t.write}: ${t.kinds[wish.draftKind]}`}
                  loading={starting.isPending && starting.variables.draftKind === wish.draftKind}
                  onClick={() => starting.mutate(wish)}
                >
                  {t.write}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <Empty title={t.noSuggestions}>
          <Text>{t.emptyWrite}</Text>
        </Empty>
      )}
    </>
  );
}
