import { Button, Checkbox, Group, SegmentedControl, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { documentWords } from '../document.words.ts';
import type { CardActions } from './duty-card.tsx';
import type { DutyPatch, ShownDuty } from './use-review.ts';

/** The fields of a duty, to be put right; sends only what changed. Escape leaves it. */
export function DutyForm({
  duty,
  bodies,
  actions,
}: {
  duty: ShownDuty;
  /** Names that the document uses, offered while typing. */
  bodies: string[];
  actions: CardActions;
}) {
  const t = useWords(documentWords);
  const [holders, setHolders] = useState(duty.holders);
  const [coordinators, setCoordinators] = useState(duty.coordinators);
  const [lead, setLead] = useState(duty.lead);
  const [request, setRequest] = useState(duty.request);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string) => String(form.get(name) ?? '').trim() || null;
    const wanted = {
      holders,
      coordinators,
      lead,
      request,
      deadline: typed('deadline'),
      reportTo: typed('reportTo'),
      product: typed('product'),
      confirmed: true,
    };
    actions.patch(duty, changesOnly(duty, wanted));
    actions.edit(null);
  };
  return (
    <form
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') actions.edit(null);
      }}
    >
      <Stack gap="xs" mt="xs">
        <BodiesInput label={t.form.holders} value={holders} onChange={setHolders} bodies={bodies} autoFocus />
        <SegmentedControl
          size="xs"
          aria-label={t.form.role}
          value={lead ? 'lead' : 'helps'}
          onChange={(value) => setLead(value === 'lead')}
          data={[
            { value: 'lead', label: t.form.lead },
            { value: 'helps', label: t.form.helps },
          ]}
        />
        <BodiesInput
          label={t.form.coordinators}
          value={coordinators}
          onChange={setCoordinators}
          bodies={bodies}
        />
        <TextInput
          size="sm"
          name="deadline"
          label={t.form.deadline}
          defaultValue={duty.deadline?.text ?? ''}
          autoComplete="off"
        />
        <TextInput
          size="sm"
          name="reportTo"
          label={t.form.reportTo}
          defaultValue={duty.reportTo ?? ''}
          autoComplete="off"
        />
        <TextInput
          size="sm"
          name="product"
          label={t.form.product}
          defaultValue={duty.product ?? ''}
          autoComplete="off"
        />
        <Checkbox
          label={t.form.request}
          checked={request}
          onChange={(event) => setRequest(event.currentTarget.checked)}
        />
        <Text fz="sm" c="dimmed">
          {t.form.textHelp}
        </Text>
        <Group gap="xs">
          <Button type="submit" size="xs">
            {t.form.saveAndConfirm}
          </Button>
          <Button size="xs" variant="default" onClick={() => actions.edit(null)}>
            {t.form.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function BodiesInput({
  label,
  value,
  onChange,
  bodies,
  autoFocus = false,
}: {
  label: string;
  value: string[];
  onChange: (value: string[]) => void;
  bodies: string[];
  autoFocus?: boolean;
}) {
  const t = useWords(documentWords);
  return (
    <TagsInput
      size="sm"
      label={label}
      description={autoFocus ? t.form.bodiesHelp : undefined}
      value={value}
      onChange={onChange}
      data={bodies}
      splitChars={[';']}
      acceptValueOnBlur
      openOnFocus={false}
      withScrollArea={false}
      styles={{ dropdown: { maxHeight: 220, overflowY: 'auto' } }}
      autoFocus={autoFocus}
    />
  );
}

/** The wanted values that differ from those shown. */
function changesOnly(duty: ShownDuty, wanted: DutyPatch): DutyPatch {
  const shown = { ...duty, deadline: duty.deadline?.text ?? null } as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => JSON.stringify(shown[name]) !== JSON.stringify(value)),
  );
}
