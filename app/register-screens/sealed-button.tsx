import { Button, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type RegisterShown, type RowShown, readSealed } from '#app/registers/register.contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { screenWords } from './screens.words.ts';
import { ReasonForm } from './steps.tsx';

/** Personal data of a row, shown after a reason was given, until the page is left. */
export function SealedButton({ register, row }: { register: RegisterShown; row: RowShown }) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const [isAsking, ask] = useState(false);
  const client = useQueryClient();
  const reading = useMutation({
    mutationFn: (reason: string) =>
      call(readSealed, { params: { register: register.name, id: row.id }, body: { reason } }),
    onSuccess: async () => {
      ask(false);
      await client.invalidateQueries({ queryKey: ['ledger'] });
    },
    meta: { shownOnPage: true },
  });
  if (!reading.data)
    return (
      <div className="no-print">
        <Button variant="default" onClick={() => ask(true)}>
          {t.readSealed}
        </Button>
        {isAsking ? (
          <ReasonForm
            title={t.readSealed}
            error={reading.error?.message}
            isSaving={reading.isPending}
            send={reading.mutate}
            close={() => ask(false)}
          />
        ) : null}
      </div>
    );
  return (
    <section className="paper no-print" style={{ padding: '14px 18px' }}>
      <Title order={2} fz="md" mb="sm">
        {t.readSealed}
      </Title>
      <dl className="register-facts">
        {Object.entries(reading.data.shown).map(([name, shown]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{register.fields.find((field) => field.name === name)?.said[language]}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
