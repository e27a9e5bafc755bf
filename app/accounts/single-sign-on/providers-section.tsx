import { Badge, Button, Code, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { ProviderDialog, type ShownProvider } from './provider-dialog.tsx';
import { listSsoProviders } from './sso.contract.ts';
import { ssoWords } from './sso.words.ts';

/** `crypto.randomUUID` is for https alone; a trial over plain http needs an id as well. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const blank = (): ShownProvider => ({
  id: newId(),
  label: '',
  issuer: '',
  clientId: '',
  linksVerifiedEmail: false,
  enabled: true,
});

/** The providers the province trusts. */
export function ProvidersSection() {
  const t = useWords(ssoWords);
  const [edited, setEdited] = useState<{ provider: ShownProvider; isNew: boolean } | null>(null);
  const { data } = useQuery({ queryKey: ['sso-providers'], queryFn: () => call(listSsoProviders, {}) });
  if (!data) return null;
  return (
    <section className="paper account-part">
      <Group justify="space-between">
        <Title order={2} fz={18}>
          {t.providers}
        </Title>
        <Button variant="default" onClick={() => setEdited({ provider: blank(), isNew: true })}>
          {t.add}
        </Button>
      </Group>
      <Text c="dimmed">{t.providersHelp}</Text>
      <Text>
        {t.redirect}: <Code style={{ overflowWrap: 'anywhere' }}>{data.redirectUri}</Code>
      </Text>
      {data.providers.length ? null : <Text fw={600}>{t.none}</Text>}
      {data.providers.map((provider) => (
        <Group key={provider.id} justify="space-between">
          <div style={{ minWidth: 0 }}>
            <Group gap="xs">
              <Text fw={600}>{provider.label}</Text>
              <Badge variant="outline" tt="none" c="var(--mantine-color-text)">
                {provider.enabled ? t.on : t.off}
              </Badge>
            </Group>
            <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
              {provider.issuer}
            </Text>
          </div>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t.editOf(provider.label)}
            onClick={() => setEdited({ provider, isNew: false })}
          >
            {t.edit}
          </Button>
        </Group>
      ))}
      {edited ? <ProviderDialog edited={edited} close={() => setEdited(null)} /> : null}
    </section>
  );
}
