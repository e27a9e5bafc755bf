import { Button, Checkbox, PasswordInput, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { call, faultAt, faultBeside } from '#app/web/call.ts';
import { FormDialog } from '#app/web/form-dialog.tsx';
import { useWords } from '#app/web/language.tsx';
import { type providerShape, removeSsoProvider, saveSsoProvider } from './sso.contract.ts';
import { ssoWords } from './sso.words.ts';

export type ShownProvider = z.output<typeof providerShape>;
type Edited = { provider: ShownProvider; isNew: boolean };

/** Adds or changes a provider; its own description is read before anything is saved. */
export function ProviderDialog({
  edited: { provider, isNew },
  close,
}: {
  edited: Edited;
  close: () => void;
}) {
  const t = useWords(ssoWords);
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const params = { id: provider.id };
  const after = (message: string) => async () => {
    notifications.show({ message });
    close();
    await client.invalidateQueries({ queryKey: ['sso-providers'] });
  };
  const saving = useMutation({
    mutationFn: (form: FormData) =>
      call(saveSsoProvider, {
        params,
        body: {
          label: String(form.get('label')),
          issuer: String(form.get('issuer')),
          clientId: String(form.get('clientId')),
          clientSecret: String(form.get('clientSecret')),
          linksVerifiedEmail: form.has('linksVerifiedEmail'),
          enabled: form.has('enabled'),
        },
      }),
    onSuccess: after(t.saved),
    meta: { shownOnPage: true },
  });
  const removing = useMutation({
    mutationFn: () => call(removeSsoProvider, { params }),
    onSuccess: after(t.removed),
  });
  const errorAt = (path: string) => faultAt(saving.error, path);
  return (
    <FormDialog
      title={isNew ? t.add : t.edit}
      act={t.save}
      isSending={saving.isPending}
      send={saving.mutate}
      close={close}
      error={faultBeside(saving.error)}
      beside={
        isNew ? null : (
          <Button
            variant="subtle"
            color="red"
            onClick={() => (sure ? removing.mutate() : setSure(true))}
            loading={removing.isPending}
          >
            {t.remove}
          </Button>
        )
      }
    >
      <TextInput
        name="label"
        label={t.label}
        placeholder={t.labelHint}
        defaultValue={provider.label}
        required
        maxLength={60}
      />
      <TextInput
        name="issuer"
        label={t.issuer}
        placeholder="https://"
        defaultValue={provider.issuer}
        required
        error={errorAt('issuer')}
      />
      <TextInput name="clientId" label={t.clientId} defaultValue={provider.clientId} required />
      <PasswordInput
        name="clientSecret"
        label={t.clientSecret}
        description={isNew ? undefined : t.secretKept}
        autoComplete="off"
        required={isNew}
        error={errorAt('clientSecret')}
      />
      <Checkbox
        name="linksVerifiedEmail"
        label={t.byEmail}
        description={t.byEmailHelp}
        defaultChecked={provider.linksVerifiedEmail}
      />
      <Checkbox name="enabled" label={t.enabled} defaultChecked={provider.enabled} />
      {sure ? <Text role="alert">{t.removeSure}</Text> : null}
    </FormDialog>
  );
}
