import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { matrixWords } from '../matrix/matrix.words.ts';
import { listFindings, reopenFinding } from './finding.contract.ts';
import { FindingTold, OpenFinding, type Shown } from './open-finding.tsx';

/** More are shown when the first are decided. */
const atOnce = 30;

/** Contradictions and double counts, those nobody has decided first; arrows go from one to the next. */
export function FindingsPanel({ id }: { id: string }) {
  const t = useWords(matrixWords);
  const { data, error } = useQuery({
    queryKey: ['consolidation', id, 'findings'],
    queryFn: () => call(listFindings, { params: { id } }),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const open = data.findings.filter(({ decision }) => decision === null);
  const decided = data.findings.filter(({ decision }) => decision !== null);
  return (
    <section className="paper" style={{ padding: 12 }}>
      <Title order={2} fz="lg">
        {t.findings} ({open.length})
      </Title>
      {open.length ? (
        <Text fz="sm" c="dimmed" mb="xs" className="finding-keys">
          {t.keys}
        </Text>
      ) : (
        <Text fz="sm" my="xs">
          {decided.length ? t.allDecided : t.noFindings}
        </Text>
      )}
      {open.slice(0, atOnce).map((finding) => (
        <OpenFinding
          key={finding.id}
          id={id}
          finding={finding}
          mayDecide={data.mayDecide}
          onMove={moveFocus}
        />
      ))}
      {open.length > atOnce ? <Text fz="sm">+{open.length - atOnce}</Text> : null}
      {decided.length ? (
        <details>
          <summary style={{ minHeight: 28, cursor: 'pointer', fontWeight: 600 }}>
            {t.decided(decided.length)}
          </summary>
          {decided.map((finding) => (
            <Decided key={finding.id} id={id} finding={finding} mayDecide={data.mayDecide} />
          ))}
        </details>
      ) : null}
    </section>
  );
}

/** Down and up between findings. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const own = event.currentTarget;
  const next = event.key === 'ArrowDown' ? own.nextElementSibling : own.previousElementSibling;
  if (next instanceof HTMLElement && next.classList.contains('finding')) {
    event.preventDefault();
    next.focus();
  }
}

function Decided({ id, finding, mayDecide }: { id: string; finding: Shown; mayDecide: boolean }) {
  const t = useWords(matrixWords);
  const client = useQueryClient();
  const reopening = useMutation({
    mutationFn: () => call(reopenFinding, { params: { id, findingId: finding.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['consolidation', id] }),
  });
  return (
    <article className="finding">
      <Text fz="sm" fw={600}>
        {finding.subject}
      </Text>
      <Text fz="sm">
        {t[finding.decision ?? 'once']}
        {finding.decidedBy ? `, ${t.decidedBy(finding.decidedBy)}` : ''}
        {finding.isGone ? ` (${t.gone})` : ''}
      </Text>
      {finding.reason ? <Text fz="sm">{t.because(finding.reason)}</Text> : null}
      <FindingTold finding={finding} />
      {mayDecide ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={reopening.isPending}
          onClick={() => reopening.mutate()}
        >
          {t.reopen}
        </Button>
      ) : null}
    </article>
  );
}
