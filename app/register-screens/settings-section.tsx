import { Button, Group, Modal, NumberInput, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisterShown } from '#app/registers/register.contract.ts';
import { setRegisterSetting } from '#app/registers/setting.contract.ts';
import { call, type Refusal } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showNumber } from '#app/web/show.ts';
import { screenWords } from './screens.words.ts';

type Setting = RegisterShown['settings'][number];

/** Deadlines and thresholds as they hold here, each with its source; who may sets another. */
export function SettingsSection({ register }: { register: RegisterShown }) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const [edited, edit] = useState<Setting | null>(null);
  if (!register.settings.length) return null;
  const said = ({ value, unit }: Setting) => {
    const named = t.units[unit as keyof typeof t.units];
    if (!named) return `${showNumber(value)} ${unit}`;
    return value < 0 ? t.before(showNumber(-value), named) : t.after(showNumber(value), named);
  };
  return (
    <section className="paper no-print" style={{ padding: '14px 18px', marginTop: 16 }}>
      <Title order={2} fz="md">
        {t.settings}
      </Title>
      <Text c="dimmed" fz="sm" mb="xs">
        {t.settingsHelp}
      </Text>
      <ScrollRegion label={t.settings}>
        <Table aria-label={t.settings} miw={560}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t.settings}</Table.Th>
              <Table.Th scope="col">{t.value}</Table.Th>
              <Table.Th scope="col">{t.source}</Table.Th>
              {register.may.set ? <Table.Th scope="col">{t.edit}</Table.Th> : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {register.settings.map((one) => (
              <Table.Tr key={one.name}>
                <Table.Td>{one.said[language]}</Table.Td>
                <Table.Td>
                  {said(one)}
                  {one.isOwn ? ` (${t.own})` : ''}
                </Table.Td>
                <Table.Td>
                  {one.source} <span className="register-soft">({t.marks[one.mark]})</span>
                </Table.Td>
                {register.may.set ? (
                  <Table.Td>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => edit(one)}
                      aria-label={`${t.edit}: ${one.said[language]}`}
                    >
                      {t.edit}
                    </Button>
                  </Table.Td>
                ) : null}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      {edited ? <SettingForm register={register.name} setting={edited} close={() => edit(null)} /> : null}
    </section>
  );
}

function SettingForm({
  register,
  setting,
  close,
}: {
  register: string;
  setting: Setting;
  close: () => void;
}) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [value, setValue] = useState<number | string>(setting.value);
  const [source, setSource] = useState(setting.isOwn ? setting.source : '');
  const saving = useMutation({
    mutationFn: (given: { value: number; source: string } | null) =>
      call(setRegisterSetting, { params: { register, name: setting.name }, body: { own: given } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['registers'] });
      close();
    },
    meta: { shownOnPage: true },
  });
  const error = saving.error as Refusal | null;
  return (
    <Modal opened onClose={close} title={setting.said[language]}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ value: Number(value), source });
        }}
      >
        <Stack>
          <NumberInput label={t.value} value={value} onChange={setValue} required />
          <TextInput
            label={t.ownSource}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
            required
          />
          {error ? (
            <Text role="alert" c="red">
              {error.message}
            </Text>
          ) : null}
          <Group>
            <Button type="submit" loading={saving.isPending}>
              {t.save}
            </Button>
            {setting.isOwn ? (
              <Button variant="default" onClick={() => saving.mutate(null)}>
                {t.shipped}
              </Button>
            ) : null}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
