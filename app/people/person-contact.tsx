import { Anchor, Button, Group, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Mistake, Part } from './part.tsx';
import type { ShownPerson } from './people.contract.ts';
import { peopleWords } from './people.words.ts';
import { readContact } from './personal-data/personal-data.contract.ts';
import { useSaving } from './use-saving.ts';

/** Sealed details: their owner goes to their own page, others say why they read them. */
export function PersonContact({ person }: { person: ShownPerson }) {
  const t = useWords(peopleWords);
  const reading = useSaving(
    (reason: string) => call(readContact, { params: { id: person.id }, body: { reason } }),
    '',
  );
  if (!person.may.readContact) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    reading.mutate(String(new FormData(event.currentTarget).get('reason')).trim());
  };
  return (
    <Part title={t.contact} id="contact">
      <Text fz="sm" c="dimmed">
        {person.isMe ? t.contactOwn : t.contactHelp}
      </Text>
      {person.isMe ? (
        <Anchor component={Link} to="/my-data">
          {t.toMyData}
        </Anchor>
      ) : (
        <form onSubmit={submit}>
          <Group align="end" mt="sm" gap="xs">
            <TextInput
              name="reason"
              label={t.reason}
              placeholder={t.reasonHint}
              required
              minLength={5}
              maxLength={300}
              style={{ flex: '1 1 220px' }}
            />
            <Button type="submit" variant="default" loading={reading.isPending}>
              {t.read}
            </Button>
          </Group>
        </form>
      )}
      {reading.data ? <Contact {...reading.data} /> : null}
      <Mistake error={reading.error} />
    </Part>
  );
}

function Contact({ phone, personalEmail }: { phone: string; personalEmail: string }) {
  const t = useWords(peopleWords);
  if (!phone && !personalEmail)
    return (
      <Text mt="sm" role="status">
        {t.noContact}
      </Text>
    );
  return (
    <Text mt="sm" role="status">
      {[phone && `${t.phone}: ${phone}`, personalEmail && `${t.personalEmail}: ${personalEmail}`]
        .filter(Boolean)
        .join(', ')}
    </Text>
  );
}
