import { Button, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type RegisterShown, type RowShown, readSealed } from '#app/registers/register.contract.ts';
import { call, type Refusal } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { AskForm } from './ask-form.tsx';
import { screenWords } from './screens.words.ts';
import { fieldOf } from './use-register.ts';

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
          <AskForm
            register={register}
            title={t.readSealed}
            fields={[]}
            withReason
            error={reading.error as Refusal | null}
            isSaving={reading.isPending}
            send={({ reason = '' }) => reading.mutate(reason)}
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
            <dt>{fieldOf(register, name).said[language]}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
