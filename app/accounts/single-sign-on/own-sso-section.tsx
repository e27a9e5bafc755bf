import { Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import { linkSso, listOwnSso, unlinkSso } from './sso.contract.ts';
import { ssoWords } from './sso.words.ts';

/** One's own accounts at the province's providers; absent where there is no provider. */
export function OwnSsoSection() {
  const t = useWords(ssoWords);
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: ['account', 'sso'], queryFn: () => call(listOwnSso, {}) });
  const linking = useMutation({
    mutationFn: (id: string) => call(linkSso, { params: { id } }),
    onSuccess: ({ address }) => location.assign(address),
  });
  const unlinking = useMutation({
    mutationFn: (id: string) => call(unlinkSso, { params: { id } }),
    onSuccess: () => {
      notifications.show({ message: t.unlinked });
      return client.invalidateQueries({ queryKey: ['account'] });
    },
  });
  if (!data?.providers.length) return null;
  return (
    <section className="paper account-part">
      <Title order={2} fz={18}>
        {t.title}
      </Title>
      <Text c="dimmed">{t.help}</Text>
      {data.providers.map(({ id, label, linked }) => (
        <Group key={id} justify="space-between">
          <div>
            <Text fw={600}>{label}</Text>
            <Text>
              {linked
                ? `${t.linkedAs(linked.shownAs ?? label)}, ${t.linkedSince(showInstant(linked.at))}`
                : t.notLinked}
            </Text>
          </div>
          <Button
            variant="default"
            aria-label={linked ? t.unlinkOf(label) : t.linkOf(label)}
            onClick={() => (linked ? unlinking : linking).mutate(id)}
            loading={linking.isPending || unlinking.isPending}
          >
            {linked ? t.unlink : t.link}
          </Button>
        </Group>
      ))}
    </section>
  );
}
