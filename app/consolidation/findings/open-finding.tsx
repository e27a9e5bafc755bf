import { Anchor, Button, Group, Radio, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { type AskChoice, QuestionForm } from '../ask/ask-back.tsx';
import { matrixWords } from '../matrix/matrix.words.ts';
import { DeductForm, type Deducting } from './deduct-form.tsx';
import { decideFinding, type listFindings } from './finding.contract.ts';

export type Shown = Answer<typeof listFindings>['findings'][number];
type Decision = 'once' | 'both';

/** Who says what, the words that are meant underlined. */
export function FindingTold({ finding }: { finding: Shown }) {
  const t = useWords(matrixWords);
  return (
    <ul>
      {finding.told.map(({ tellingId, agency, agencyReportId, kind, text, begin, end, says }) => (
        <li key={tellingId + begin}>
          <Text fz="sm">
            <b>{agency}</b>
            {kind === 'counted' ? ` (${t.inForm})` : kind === 'state' ? ` (${t.byState})` : ''}
            {says ? `: ${says}` : ''}
          </Text>
          {text ? (
            <Text fz="sm">
              {around(text, begin).lead}
              <mark>{text.slice(begin, end)}</mark>
              {text.length > end + 140 ? `${text.slice(end, end + 140)}…` : text.slice(end)}
            </Text>
          ) : null}
          {agencyReportId ? (
            <Anchor component={Link} to={`/reports/agency/${agencyReportId}`} fz="sm">
              {t.openReport}
            </Anchor>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const around = (text: string, begin: number) => ({
  lead: begin > 80 ? `…${text.slice(begin - 80, begin)}` : text.slice(0, begin),
});

/** One finding to be decided, by its buttons or by the keys 1, 2, 3. */
export function OpenFinding({
  id,
  finding,
  mayDecide,
  onMove,
}: {
  id: string;
  finding: Shown;
  mayDecide: boolean;
  onMove: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const t = useWords(matrixWords);
  const client = useQueryClient();
  const [isGiving, setGiving] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const askable = whomToAsk(finding);
  const [keep, setKeep] = useState(finding.told[0]?.tellingId ?? '');
  const [deduct, setDeduct] = useState<Deducting | null>(null);
  const deciding = useMutation({
    mutationFn: ({ decision, reason = '' }: { decision: Decision; reason?: string }) => {
      const once = decision === 'once' ? { keep, deduct: deduct ? [deduct] : [] } : {};
      return call(decideFinding, {
        params: { id, findingId: finding.id },
        body: { decision, reason, ...once },
      });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['consolidation', id] }),
  });
  const isNumber = finding.kind !== 'standing';
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return onMove(event);
    if (!mayDecide) return;
    if (event.key === '1' && isNumber) deciding.mutate({ decision: 'once' });
    if (event.key === '2') {
      event.preventDefault();
      setGiving(true);
    }
    if (event.key === '3' && askable.length) {
      event.preventDefault();
      setAsking(true);
    }
  };
  return (
    <article
      className="finding"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: decided by key where it stands
      tabIndex={0}
      onKeyDown={press}
      aria-label={`${t.kinds[finding.kind]}: ${finding.subject}`}
    >
      <Text fz="sm" c="dimmed">
        {t.kinds[finding.kind]}
      </Text>
      <Text fw={600}>{finding.subject}</Text>
      <FindingTold finding={finding} />
      <Text fz="sm" mb="xs">
        {t.because2}{' '}
        {finding.why
          .map(({ is, said }) =>
            ['same-record', 'day', 'name', 'place'].includes(is) ? t.whys[is] : `${t.whys[is]} (${said})`,
          )
          .join('; ')}
        .
      </Text>
      {mayDecide ? (
        <>
          {isNumber ? <Keep finding={finding} keep={keep} onChange={setKeep} /> : null}
          {isNumber ? <DeductForm id={id} finding={finding} onChange={setDeduct} /> : null}
          <Group gap={6} mt={6}>
            {isNumber ? (
              <Button
                size="compact-sm"
                loading={deciding.isPending}
                onClick={() => deciding.mutate({ decision: 'once' })}
              >
                1. {t.once}
              </Button>
            ) : null}
            <Button size="compact-sm" variant="default" onClick={() => setGiving(true)}>
              2. {isNumber ? t.both : t.keepBoth}
            </Button>
            {askable.length ? (
              <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
                3. {t.ask}
              </Button>
            ) : null}
          </Group>
          {isAsking ? (
            <QuestionForm
              id={id}
              choices={askable}
              first={t.askFirst(finding.subject)}
              send={({ chosen, ...question }) => {
                const ask = { ...question, agencyReportIds: chosen.map(({ of }) => of.agencyReportId) };
                return call(decideFinding, {
                  params: { id, findingId: finding.id },
                  body: { decision: 'ask', ask },
                });
              }}
              onDone={() => setAsking(false)}
            />
          ) : null}
          {isGiving ? (
            <WhyBoth
              onCancel={() => setGiving(false)}
              onGive={(reason) => deciding.mutate({ decision: 'both', reason })}
              isSaving={deciding.isPending}
            />
          ) : null}
        </>
      ) : null}
    </article>
  );
}

/** Those who tell of the thing in a report, each once. */
const whomToAsk = ({ told }: Shown): AskChoice[] => [
  ...new Map(
    told.flatMap(({ agencyReportId, kind, agency, text, says }) =>
      agencyReportId && kind !== 'state'
        ? [[agencyReportId, { agency, quote: text || (says ?? ''), of: { agencyReportId } }] as const]
        : [],
    ),
  ).values(),
];

/** Whose telling counts. */
function Keep({
  finding,
  keep,
  onChange,
}: {
  finding: Shown;
  keep: string;
  onChange: (keep: string) => void;
}) {
  const t = useWords(matrixWords);
  const tellings = [...new Map(finding.told.map((one) => [one.tellingId, one])).values()];
  return (
    <Radio.Group label={t.keep} value={keep} onChange={onChange} size="sm">
      {tellings.map(({ tellingId, agency, says, kind }) => (
        <Radio
          key={tellingId}
          value={tellingId}
          size="md"
          mt={4}
          label={`${agency}${says ? `: ${says}` : ''}${kind === 'counted' ? ` (${t.inForm})` : ''}`}
        />
      ))}
    </Radio.Group>
  );
}

function WhyBoth({
  onGive,
  onCancel,
  isSaving,
}: {
  onGive: (reason: string) => void;
  onCancel: () => void;
  isSaving: boolean;
}) {
  const t = useWords(matrixWords);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGive(reason);
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        mt={6}
        size="sm"
        label={t.reasonBoth}
        required
        minLength={3}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" type="submit" loading={isSaving}>
          {t.save}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
      </Group>
    </form>
  );
}
