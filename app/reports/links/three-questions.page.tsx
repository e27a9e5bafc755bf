import { Alert, Button, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Gate } from '#app/accounts/gate.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { answerThreeQuestions, openThreeQuestions, threeQuestions } from './link.contract.ts';
import { linkWords } from './link.words.ts';

const nothing = ['', '', ''] as [string, string, string];

/** Three plain questions for an association, behind a secret link, without an account; made for a phone. */
export function ThreeQuestionsPage() {
  const t = useWords(linkWords);
  // In the part of the address that browsers send to nobody.
  const token = location.hash.slice(1);
  const { data, error, refetch } = useQuery({
    queryKey: ['three-questions', token],
    queryFn: () => call(openThreeQuestions, { body: { token } }),
    retry: false,
    refetchOnWindowFocus: false,
  });
  const [answers, setAnswers] = useState(nothing);
  const [saidBy, setSaidBy] = useState('');
  const sending = useMutation({
    mutationFn: () => call(answerThreeQuestions, { body: { token, answers, saidBy } }),
    onSuccess: async () => {
      setAnswers(nothing);
      await refetch();
    },
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <Gate title={t.title}>
      {error ? (
        <Alert color="red" role="alert">
          {error.message}
        </Alert>
      ) : !data ? (
        <Text role="status">{t.wait}</Text>
      ) : (
        <Stack>
          <div>
            <Text fw={600}>{t.lead(data.name, data.agencyName, data.periodName)}</Text>
            <Text>{t.window(showDay(data.from), showDay(data.to))}</Text>
          </div>
          {sending.isSuccess ? (
            <>
              <Alert color="green" role="status">
                {t.sent}
              </Alert>
              <Button variant="default" onClick={() => sending.reset()}>
                {t.more}
              </Button>
            </>
          ) : data.mayAnswer ? (
            <form onSubmit={submit}>
              <Stack>
                {data.sent && data.lastSentAt ? (
                  <Text c="dimmed">{t.sentBefore(data.sent, showInstant(data.lastSentAt))}</Text>
                ) : null}
                {threeQuestions.map((question, index) => (
                  <Textarea
                    key={question}
                    label={`${index + 1}. ${t.questions[question]}`}
                    description={t.hints[question]}
                    size="md"
                    autosize
                    minRows={3}
                    maxLength={4000}
                    value={answers[index]!}
                    onChange={(event) =>
                      setAnswers(answers.with(index, event.currentTarget.value) as typeof answers)
                    }
                  />
                ))}
                <TextInput
                  label={t.saidBy}
                  size="md"
                  required
                  minLength={2}
                  maxLength={120}
                  autoComplete="name"
                  value={saidBy}
                  onChange={(event) => setSaidBy(event.currentTarget.value)}
                />
                {sending.error ? (
                  <Alert color="red" role="alert">
                    {sending.error.message}
                  </Alert>
                ) : null}
                <Button
                  type="submit"
                  size="md"
                  loading={sending.isPending}
                  disabled={!answers.some((one) => one.trim())}
                >
                  {t.send}
                </Button>
              </Stack>
            </form>
          ) : (
            <Alert role="status">{t.closed}</Alert>
          )}
          <Text c="dimmed" fz="sm">
            {t.until(showDay(data.expiresOn))}
          </Text>
        </Stack>
      )}
    </Gate>
  );
}
