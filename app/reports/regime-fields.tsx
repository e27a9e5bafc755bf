import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { AgenciesPicker } from '#app/agencies/agency-picker.tsx';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { periodKinds } from './definition-shape.contract.ts';
import { type designTerms, previewBound } from './regime.contract.ts';
import { regimeWords } from './regime.words.ts';
import type { DefinitionContent } from './report.ts';
import { reportWords } from './report.words.ts';

type Set = (part: Partial<DefinitionContent>) => void;

/** The fields of a regime besides outline and forms: what, when, how it is run (handbook §2.3). */
export function RegimeFields({ content, set }: { content: DefinitionContent; set: Set }) {
  const t = useWords(reportWords);
  const g = useWords(regimeWords);
  const line = (label: string, value: string, put: (value: string) => void, required = false) => (
    <TextInput
      label={label}
      value={value}
      required={required}
      onChange={(event) => put(event.currentTarget.value)}
    />
  );
  const area = (label: string, value: string, put: (value: string) => void) => (
    <Textarea label={label} value={value} autosize onChange={(event) => put(event.currentTarget.value)} />
  );
  return (
    <section className="paper" style={{ padding: 20, display: 'grid', gap: 14 }} aria-label={content.name}>
      {line(t.name, content.name, (name) => set({ name }), true)}
      {line(t.basis, content.basis, (basis) => set({ basis }), true)}
      {content.origin ? (
        <Text fz="sm" c="dimmed">
          {content.origin.isVerified
            ? content.origin.toVerify
              ? g.partlyVerified(content.origin.toVerify)
              : g.verified
            : g.toVerify}
          . {g.source}: {content.origin.source}
        </Text>
      ) : null}
      <NativeSelect
        label={g.regime}
        value={content.regime}
        data={Object.entries(g.regimes).map(([value, label]) => ({ value, label }))}
        onChange={(event) => set({ regime: event.currentTarget.value as 'periodic' })}
      />
      {area(g.asks, content.asks, (asks) => set({ asks }))}
      {line(g.receiver, content.receiver, (receiver) => set({ receiver }))}
      {line(g.means, content.means, (means) => set({ means }))}
      {area(g.guidance, content.guidance, (guidance) => set({ guidance }))}
      <Checkbox.Group
        label={t.frequencies}
        value={content.frequencies}
        onChange={(value) => value.length && set({ frequencies: value as DefinitionContent['frequencies'] })}
      >
        <Group mt={6}>
          {periodKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={t.kinds[kind]} />
          ))}
        </Group>
      </Checkbox.Group>
      <Group align="end">
        <NativeSelect
          label={t.rule}
          value={content.windowRule}
          data={Object.entries(t.rules).map(([value, label]) => ({ value, label }))}
          onChange={(event) => set({ windowRule: event.currentTarget.value as '15-14' })}
        />
        <NumberInput
          label={t.fileWithin}
          value={content.fileWithin}
          min={0}
          max={60}
          onChange={(value) => set({ fileWithin: Number(value) || 0 })}
        />
      </Group>
      <FixedDays content={content} set={set} />
      <Group align="end">
        <NativeSelect
          label={g.opens}
          value={content.opens}
          data={Object.entries(g.openings).map(([value, label]) => ({ value, label }))}
          onChange={(event) => set({ opens: event.currentTarget.value as 'propose' })}
        />
        <NumberInput
          label={g.opensBefore}
          value={content.opensBefore}
          min={0}
          max={120}
          onChange={(value) => set({ opensBefore: Number(value) || 0 })}
        />
        <NumberInput
          label={g.locksAfter}
          value={content.locksAfter ?? ''}
          min={0}
          max={120}
          onChange={(value) => set({ locksAfter: value === '' ? null : Number(value) })}
        />
      </Group>
      <Checkbox
        label={g.headApproves}
        checked={content.headApproves}
        onChange={(event) => set({ headApproves: event.currentTarget.checked })}
      />
    </section>
  );
}

/** Sending days that a law fixes, such as 18 December. */
function FixedDays({ content, set }: { content: DefinitionContent; set: Set }) {
  const t = useWords(reportWords);
  const g = useWords(regimeWords);
  const { sendBy } = content;
  const put = (at: number, part: Partial<(typeof sendBy)[number]>) =>
    set({ sendBy: sendBy.map((one, n) => (n === at ? { ...one, ...part } : one)) });
  return (
    <div>
      <Text fw={500} fz="sm">
        {g.sendBy}
      </Text>
      {sendBy.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed days have no id of their own and keep their order.
        <Group key={at} align="end" gap={8} mt={4}>
          <NativeSelect
            label={t.kind}
            value={one.kind}
            data={periodKinds
              .filter((kind) => kind !== 'own')
              .map((kind) => ({ value: kind, label: t.kinds[kind] }))}
            onChange={(event) => put(at, { kind: event.currentTarget.value as 'year' })}
          />
          <NumberInput
            label={g.sendByDay}
            w={90}
            min={1}
            max={31}
            value={one.day}
            onChange={(day) => put(at, { day: Number(day) || 1 })}
          />
          <NumberInput
            label={g.sendByMonth}
            w={220}
            min={0}
            max={12}
            value={one.month}
            onChange={(month) => put(at, { month: Number(month) || 0 })}
          />
          <ActionIcon
            size="lg"
            variant="subtle"
            aria-label={`${g.sendByLine(t.kinds[one.kind], one.day, one.month)}: ×`}
            onClick={() => set({ sendBy: sendBy.filter((_, n) => n !== at) })}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        mt={6}
        size="compact-md"
        variant="default"
        onClick={() => set({ sendBy: [...sendBy, { kind: 'year', index: null, month: 0, day: 18 }] })}
      >
        {g.addSendBy}
      </Button>
    </div>
  );
}

/** Who reports, as data, and who that is today. */
export function BoundFields({
  content,
  documentId,
  terms,
  mayChange,
  set,
}: {
  content: DefinitionContent;
  documentId: string | null;
  terms: Answer<typeof designTerms>;
  mayChange: boolean;
  set: Set;
}) {
  const g = useWords(regimeWords);
  const { bound } = content;
  const put = (part: Partial<typeof bound>) => set({ bound: { ...bound, ...part } });
  const { data } = useQuery({
    queryKey: ['reports', 'bound', documentId, bound],
    queryFn: () => call(previewBound, { body: { documentId, bound } }),
    enabled: mayChange,
    placeholderData: (before) => before,
  });
  return (
    <section className="paper" style={{ padding: 20, display: 'grid', gap: 14 }} aria-label={g.who}>
      <Text component="h2" fw={600} fz="lg" m={0}>
        {g.who}
      </Text>
      {documentId ? (
        <Checkbox
          label={g.inPlan}
          checked={bound.plan}
          onChange={(event) => put({ plan: event.currentTarget.checked })}
        />
      ) : null}
      <MultiSelect
        label={g.groups}
        value={bound.groups}
        data={terms.groups.map(({ key, name, members }) => ({ value: key, label: `${name} (${members})` }))}
        onChange={(groups) => put({ groups })}
      />
      <MultiSelect
        label={g.kinds}
        value={bound.kinds}
        data={terms.kinds.map(({ kind, name }) => ({ value: kind, label: name }))}
        onChange={(kinds) => put({ kinds })}
      />
      <AgenciesPicker label={g.named} value={bound.agencies} onChange={(agencies) => put({ agencies })} />
      <AgenciesPicker label={g.without} value={bound.without} onChange={(without) => put({ without })} />
      {data ? (
        <details>
          <summary style={{ minHeight: 24, cursor: 'pointer' }} aria-live="polite">
            {data.agencies.length ? g.boundNow(data.agencies.length) : g.nobodyBound}
          </summary>
          <Text fz="sm">{data.agencies.map(({ name }) => name).join('; ')}</Text>
        </details>
      ) : null}
    </section>
  );
}
